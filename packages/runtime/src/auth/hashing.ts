import type { Bytes } from "../bytes.ts";

/** The SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal: at once where the platform can. */
export type Sha256 = (data: string | Blob | Bytes) => string | Promise<string>;

/** Keeps a secret, and answers with the HMAC-SHA256 (RFC 2104) of texts in ASCII, in lower-case hexadecimal. */
export type HmacSha256 = (secret: string) => (text: string) => string | Promise<string>;

/** A UUID that no other request has (RFC 9562 §5.4). */
export type RandomId = () => string;

/** What signing needs of the platform. */
export interface Hashing {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
  readonly randomId: RandomId;
}
