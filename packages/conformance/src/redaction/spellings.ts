import { readLayers } from "./read-layers.ts";

/** How a secret may be spelt where no single character of it can be told from the others. */
export interface Spelling {
  readonly text: string;
  /** Characters on either side that are partly the secret's: bits of it are in the neighbours of a base64 core. */
  readonly before: number;
  readonly after: number;
}

/**
 * Below this, a secret is looked for as a whole value only: three letters stand in every other word, and a report
 * without them could not be read.
 */
export const SHORTEST = 4;

/**
 * The spellings of a secret that are looked for in each layer of a text. Escapes of single characters are none of
 * them: the layers have them decoded.
 */
export function spellingsOf(secret: string): Spelling[] {
  const written = new Set([
    secret,
    // A backslash at its end is taken for an escape of what follows, where other characters of it are escaped.
    secret.replace(/\\+$/, ""),
    secret.replaceAll(" ", "+"),
    JSON.stringify(secret).slice(1, -1),
    // A shell's: in single quotes, a single quote ends them, and is put between two others.
    secret.replaceAll("'", "'\\''"),
    // What is escaped in a URL is not the same everywhere: `*` and `'` in one place and not in another.
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams([["", secret]]).toString().slice(1),
    new URLSearchParams([["", secret]]).toString().slice(1).replaceAll("+", "%20"),
  ]);
  const bytes = [...written].map((text) => Buffer.from(text));
  const wide = Buffer.from(secret, "utf16le");
  const encodedTwice = bytes.map((plain) => Buffer.from(plain.toString("base64")));
  const spellings = [
    // What looks like an escape in it is decoded with those around it.
    ...[...written].flatMap((text) => readLayers(text).map((layer) => plain(layer.text))),
    ...bytes.flatMap((some) => [plain(some.toString("hex")), plain(some.toString("hex").toUpperCase())]),
    ...[...bytes, wide, ...encodedTwice].flatMap(base64Cores),
  ];
  const usable = spellings.filter(({ text }) => text.length >= SHORTEST);
  return [...new Map(usable.map((one) => [one.text, one])).values()];
}

function plain(text: string): Spelling {
  return { text, before: 0, after: 0 };
}

/**
 * What is the same in base64 whatever stands before and behind: once for each of the three alignments, in both
 * alphabets (RFC 4648 §4 and §5).
 */
function base64Cores(bytes: Buffer): Spelling[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const bits = (shift + bytes.length) * 8;
    const core = text.slice(Math.ceil((shift * 8) / 6), Math.floor(bits / 6));
    const edges = { before: shift === 0 ? 0 : 1, after: bits % 6 === 0 ? 0 : 1 };
    const urlSafe = core.replaceAll("+", "-").replaceAll("/", "_");
    return [
      { text: core, ...edges },
      { text: urlSafe, ...edges },
    ];
  });
}
