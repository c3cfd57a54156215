import { promisify } from "node:util";
import zlib from "node:zlib";
import { LONGEST_BODY } from "./read-whole.ts";

// A few kilobytes can say that they are gigabytes.
const LIMIT = { maxOutputLength: LONGEST_BODY };

type Decoder = (bytes: Uint8Array, limit: typeof LIMIT) => Promise<Uint8Array>;

const [inflate, inflateRaw] = [promisify(zlib.inflate), promisify(zlib.inflateRaw)];

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify(zlib.gunzip),
  "x-gzip": promisify(zlib.gunzip),
  // RFC 9110 §8.4.1.2: some leave the wrapper of RFC 1950 out, which begins with its method, 8; all clients read that.
  deflate: (bytes, limit) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, limit),
  br: promisify(zlib.brotliDecompress),
  // Node has it from 22.15 on.
  ...(typeof zlib.zstdDecompress === "function" && { zstd: promisify(zlib.zstdDecompress) }),
};

/** Why a body cannot be read: it is not coded so, or there is more of it than anybody judges. */
export type Unread = "miscoded" | "too long";

/** A body without its content codings (RFC 9110 §8.4). */
export async function decodeBody(bytes: Uint8Array, coding: string | null): Promise<Uint8Array | Unread> {
  let decoded = bytes;
  for (const one of codingsOf(coding).reverse()) {
    if (decoded.length === 0) continue;
    try {
      const next = await DECODERS[one]?.(decoded, LIMIT);
      if (!next) return "miscoded";
      decoded = next;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too long" : "miscoded";
    }
  }
  return decoded;
}

/** Whether all of the codings are known: some services write a charset there, and mean nothing by it. */
export function isDecodable(coding: string | null): boolean {
  return codingsOf(coding).every((one) => Object.hasOwn(DECODERS, one));
}

// RFC 9110 §16.6.1, the registry "HTTP Content Coding" of IANA, as of 2026-11.
const REGISTERED = new Set(
  "aes128gcm br compress dcb dcz deflate exi gzip pack200-gzip x-compress x-gzip zstd".split(" "),
);

/** Whether all of the codings are registered: what is none, nobody can undo, and some clients then give up. */
export function isCoding(coding: string | null): boolean {
  return codingsOf(coding).every((one) => REGISTERED.has(one));
}

function codingsOf(coding: string | null): string[] {
  const codings = (coding ?? "").split(",").map((one) => one.trim().toLowerCase());
  return codings.filter((one) => one !== "" && one !== "identity");
}
