/**
 * The bytes that a percent-encoded text stands for. What is no escape stands for itself, in UTF-8.
 *
 * @example
 * percentDecode("a%20b%zz"); // the bytes of "a b%zz"
 */
export function percentDecode(text: string): Uint8Array {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from(part.replaceAll("%", ""), "hex") : Buffer.from(part),
    ),
  );
}

/** RFC 3986 §2.3: all but the unreserved characters is encoded, in upper case. */
export function percentEncode(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[^A-Za-z0-9\-_.~]/g, (char) => {
      const hex = char.charCodeAt(0).toString(16).toUpperCase();
      return `%${hex.padStart(2, "0")}`;
    });
}
