/**
 * JSON in ASCII. What is read from it takes a byte for each character: of a text in which but one character needs two,
 * an engine hands out parts that take two as well, and that are slower to copy, to compare and to write.
 *
 * @example asciiJson(["ä"]); // '["\\u00e4"]'
 */
export function asciiJson(value: object): string {
  // RFC 8259 §7: any character may be escaped, those beyond the Basic Multilingual Plane as a pair.
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
