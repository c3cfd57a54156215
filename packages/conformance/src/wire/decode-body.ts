import { promisify } from "node:util";
import zlib from "node:zlib";
import { LONGEST_BODY } from "./read-whole.ts";

// A few kilobytes can say that they are gigabytes.
const LIMIT = { maxOutputLength: LONGEST_BODY };

type Decoder = (bytes: Uint8Array, limit: typeof LIMIT) => Promise<Uint8Array>;

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify(zlib.gunzip),
  "x-gzip": promisify(zlib.gunzip),
  deflate: promisify(zlib.inflate),
  br: promisify(zlib.brotliDecompress),
  // Node has it from 22.15 on.
  ...(typeof zlib.zstdDecompress === "function" && { zstd: promisify(zlib.zstdDecompress) }),
};

/** A body without its content codings (RFC 9110 §8.4); `undefined` if it cannot be read. */
export async function decodeBody(bytes: Uint8Array, coding: string | null): Promise<Uint8Array | undefined> {
  let decoded = bytes;
  for (const one of codingsOf(coding).reverse()) {
    if (decoded.length === 0) continue;
    try {
      const next = await DECODERS[one]?.(decoded, LIMIT);
      if (!next) return undefined;
      decoded = next;
    } catch {
      return undefined;
    }
  }
  return decoded;
}

/** Whether all of the codings are known: some services write a charset there, and mean nothing by it. */
export function isDecodable(coding: string | null): boolean {
  return codingsOf(coding).every((one) => one in DECODERS);
}

function codingsOf(coding: string | null): string[] {
  const codings = (coding ?? "").split(",").map((one) => one.trim().toLowerCase());
  return codings.filter((one) => one !== "" && one !== "identity");
}
