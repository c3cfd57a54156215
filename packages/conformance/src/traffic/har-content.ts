import zlib from "node:zlib";
import { LONGEST_BODY } from "../wire/read-whole.ts";

type Decoder = (bytes: Uint8Array, limit: { readonly maxOutputLength: number }) => Buffer;

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: zlib.gunzipSync,
  "x-gzip": zlib.gunzipSync,
  deflate: zlib.inflateSync,
  br: zlib.brotliDecompressSync,
  // Node has it from 22.15 on.
  ...(typeof zlib.zstdDecompressSync === "function" && { zstd: zlib.zstdDecompressSync }),
};

/**
 * The content of an answer that a HAR has in base64. HAR 1.2 says that it is decoded; some exports have it as it
 * travelled all the same.
 *
 * @returns `undefined` where it is packed, and cannot be unpacked: it was cut, or is too much
 */
export function readContent(text: string, coding: string | null): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  const name = coding?.trim().toLowerCase() ?? "";
  const decode = DECODERS[name];
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!decode || (name.endsWith("gzip") ? !isGzip : isText(bytes))) return bytes;
  try {
    return decode(bytes, { maxOutputLength: LONGEST_BODY });
  } catch (error) {
    // Where nothing says that it is packed, it may be a picture, which needs no unpacking.
    const isTooMuch = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return isGzip || isTooMuch ? undefined : bytes;
  }
}

function isText(bytes: Buffer): boolean {
  return !/[\0\uFFFD]/.test(bytes.toString("utf8"));
}
