/** A way to write a text down so that a reader, or a program, can have it back. */
export interface Encoding {
  readonly name: string;
  encode(text: string): string;
}

const bytesOf = (text: string) => Buffer.from(text);
const hexOf = (text: string) => bytesOf(text).toString("hex");
const everyByte = (text: string, digits: (hex: string) => string) =>
  [...bytesOf(text)].map((byte) => `%${digits(byte.toString(16).padStart(2, "0"))}`).join("");
const everyUnit = (text: string, write: (hex: string) => string) =>
  text
    .split("")
    .map((unit) => write(unit.charCodeAt(0).toString(16).padStart(4, "0")))
    .join("");
const everyPoint = (text: string, write: (point: number) => string) =>
  [...text].map((character) => write(character.codePointAt(0) ?? 0)).join("");
const html = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (character) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[character] ?? "#39"};`,
  );
const form = (text: string) => new URLSearchParams({ a: text }).toString().slice(2);
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const base64At = (text: string, shift: number) =>
  Buffer.concat([Buffer.from("xyz".slice(0, shift)), bytesOf(text), Buffer.from("?")]).toString("base64");
const urlSafe = (text: string) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The encodings that a secret may come back in. */
export const ENCODINGS: readonly Encoding[] = [
  { name: "plain", encode: (text) => text },
  { name: "percent", encode: encodeURIComponent },
  { name: "percent, lower case", encode: (text) => everyByte(text, (hex) => hex) },
  { name: "percent, every byte", encode: (text) => everyByte(text, (hex) => hex.toUpperCase()) },
  { name: "percent, twice", encode: (text) => encodeURIComponent(encodeURIComponent(text)) },
  {
    name: "percent, three times",
    encode: (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
  },
  { name: "form", encode: form },
  { name: "form, twice", encode: (text) => form(form(text)) },
  { name: "%u", encode: (text) => everyUnit(text, (hex) => `%u${hex}`) },
  { name: "JSON", encode: json },
  { name: "JSON, \\u for all", encode: (text) => everyUnit(text, (hex) => `\\u${hex}`) },
  { name: "JSON, \\U for all", encode: (text) => everyUnit(text, (hex) => `\\u${hex.toUpperCase()}`) },
  { name: "JSON in JSON", encode: (text) => json(json(text)) },
  { name: "\\u{…}", encode: (text) => everyPoint(text, (point) => `\\u{${point.toString(16)}}`) },
  { name: "HTML", encode: html },
  { name: "HTML, decimal", encode: (text) => everyPoint(text, (point) => `&#${point};`) },
  { name: "HTML, hex", encode: (text) => everyPoint(text, (point) => `&#x${point.toString(16)};`) },
  { name: "HTML, twice", encode: (text) => html(html(text)) },
  { name: "HTML of JSON of percent", encode: (text) => html(json(encodeURIComponent(text))) },
  { name: "in a shell's quotes", encode: (text) => text.replaceAll("'", "'\\''") },
  { name: "hex", encode: hexOf },
  { name: "hex, upper case", encode: (text) => hexOf(text).toUpperCase() },
  ...[0, 1, 2].flatMap((shift) => [
    { name: `base64 + ${shift}`, encode: (text: string) => base64At(text, shift) },
    { name: `base64url + ${shift}`, encode: (text: string) => urlSafe(base64At(text, shift)) },
    {
      name: `base64 + ${shift}, percent`,
      encode: (text: string) => encodeURIComponent(base64At(text, shift)),
    },
    { name: `base64 + ${shift} of JSON`, encode: (text: string) => base64At(json(text), shift) },
  ]),
  { name: "base64 of base64", encode: (text) => base64At(bytesOf(text).toString("base64"), 1) },
  { name: "base64 of UTF-16", encode: (text) => Buffer.from(text, "utf16le").toString("base64") },
  { name: "base64 of a form", encode: (text) => base64At(form(text), 2) },
];

/**
 * What of a secret would be a leak in an encoding: the encoding itself; of base64, the part of it that no neighbour
 * has a share in.
 */
export function tracesOf(secret: string, { name, encode }: Encoding): string[] {
  const encoded = encode(secret);
  return name.startsWith("base64") ? [encoded.slice(4, -6)] : [encoded];
}
