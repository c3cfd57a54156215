/** Bytes as a text: each of its characters is one. */
export type ByteText = string;

const ESCAPED = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
);

/** A text in UTF-8. */
export function toBytes(text: string): ByteText {
  // Nearly all of what travels in a URL is ASCII.
  return /[^\0-\x7f]/.test(text) ? Buffer.from(text).toString("latin1") : text;
}

/**
 * The bytes that a percent-encoded text stands for. What is no escape stands for itself, in UTF-8.
 *
 * @example
 * percentDecode("a%20b%zz"); // the bytes of "a b%zz"
 */
export function percentDecode(text: string): ByteText {
  const bytes = toBytes(text);
  if (!bytes.includes("%")) return bytes;
  return bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** RFC 3986 §2.3: all but the unreserved characters is encoded, in upper case. */
export function percentEncode(bytes: ByteText): string {
  return bytes.replace(/[^A-Za-z0-9\-_.~]/g, (char) => ESCAPED[char.charCodeAt(0)] ?? "");
}

/**
 * A percent-encoded text with those escapes alone that it needs, in upper case.
 *
 * @example
 * canonicalEncoding("%7e a%2fb"); // "~%20a%2Fb"
 */
export function canonicalEncoding(text: string): string {
  // Nearly all texts come so.
  return CANONICAL.test(text) ? text : percentEncode(percentDecode(text));
}

// Unreserved characters, and escapes of what is none: not those of - and ., digits, letters, _ and ~.
const CANONICAL = /^(?:[A-Za-z0-9\-_.~]|%(?:[0189A-F][0-9A-F]|2[0-9ABCF]|3[A-F]|40|5[B-E]|60|7[BCDF]))*$/;
