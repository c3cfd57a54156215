import fc from "fast-check";

// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:util"): { inspect(value: unknown, options?: { depth: number }): string };
  getBuiltinModule(id: "node:console"): {
    Console: new (options: {
      stdout: { write(text: string): void };
      ignoreErrors: false;
    }) => { log(value: unknown): void };
  };
};

const { inspect } = process.getBuiltinModule("node:util");
const { Console } = process.getBuiltinModule("node:console");

const ALPHABETS = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~",
  // What JSON, a URL, a form and a regular expression spell otherwise or take for their own.
  "aB3 \"\\/'`%&+?#=:;,<>{}[]()*^$|!~@",
  "aB3\b\t\u007f\u0085\u00a0",
  // RFC 7617 has passwords in UTF-8.
  "éßñ€Жλ漢字あ😀𝒳\u0301\u200d",
];

/** A secret: too long and too mixed to be anywhere by chance. Line breaks are in none: no header can hold one. */
export const canary: fc.Arbitrary<string> = fc
  .constantFrom(...ALPHABETS)
  .chain((alphabet) => fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 40 }))
  .map((characters) => characters.join(""))
  .filter((text) => new Set(text.replace(/\s/g, "")).size >= 6 && [...text.replace(/\s/g, "")].length >= 8);

/** The spellings of secrets that are found in a text; spaces aside, since a stack is indented. */
export function hits(text: string, secrets: readonly string[]): string[] {
  const seen = text.replace(/\s/g, "");
  return secrets.flatMap(spellingsOf).filter((spelling) => seen.includes(spelling.replace(/\s/g, "")));
}

function spellingsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    inspect(secret).slice(1, -1),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].map((before) => base64Behind(before, bytes)),
  ];
}

/** The characters that are its own in the Base64 of a longer text (RFC 4648 §4), so many bytes behind its start. */
function base64Behind(before: number, bytes: Uint8Array): string {
  const all = String.fromCharCode(...new Uint8Array(before), ...bytes);
  return btoa(all).slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
}

/** All ways in which a value gets into a log. */
export function printed(value: unknown): string {
  const { message, stack } = Object(value);
  let logged = "";
  const write = (text: string) => {
    logged += text;
  };
  new Console({ stdout: { write }, ignoreErrors: false }).log(value);
  const spread = { ...Object(value) };
  return [
    String(value),
    message,
    stack,
    JSON.stringify(value),
    JSON.stringify(spread),
    inspect(value, { depth: Number.POSITIVE_INFINITY }),
    inspect(spread, { depth: Number.POSITIVE_INFINITY }),
    logged,
  ].join("\n");
}
