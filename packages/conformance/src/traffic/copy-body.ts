import { promisify } from "node:util";
import zlib from "node:zlib";

/** More of a body than this is not kept for the judge. */
const LONGEST = 32 * 1024 * 1024;

/** A copy of what streams by, if it is not too much. */
export interface BodyCopy {
  add(chunk: Uint8Array): void;
  /** `undefined`: it was too much. */
  bytes(): Uint8Array | undefined;
}

export function createBodyCopy(): BodyCopy {
  let chunks: Uint8Array[] = [];
  let size = 0;
  return {
    add(chunk) {
      size += chunk.length;
      if (size > LONGEST) chunks = [];
      else chunks.push(chunk);
    },
    bytes: () => (size > LONGEST ? undefined : Buffer.concat(chunks)),
  };
}

// A few kilobytes can say that they are gigabytes.
const LIMIT = { maxOutputLength: 8 * LONGEST };

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
  const codings = (coding ?? "").split(",").map((one) => one.trim().toLowerCase());
  for (const one of codings.reverse()) {
    if (one === "" || one === "identity" || decoded.length === 0) continue;
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
