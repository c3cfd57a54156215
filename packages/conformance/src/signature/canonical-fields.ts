import { canonicalEncoding, percentDecode } from "./percent-encoding.ts";

/** A field, percent-encoded as it need be and no more. */
interface CanonicalField {
  readonly name: string;
  readonly value: string;
  /** The bytes that its name stands for: decoded once, since a field is compared with several others. */
  readonly bytes: string;
}

/**
 * The fields of a query or a form by name and then by value, byte by byte, each with its `=`.
 *
 * @param without the name of a field that is left out
 * @example
 * canonicalFields("b=x+y&a"); // "a=&b=x%20y"
 */
export function canonicalFields(fields: string, without?: string): string {
  const read: CanonicalField[] = [];
  for (const field of fields.split("&")) if (field !== "") read.push(readField(field));
  read.sort(compare);
  let text = "";
  for (const { name, value } of read) {
    if (name !== without) text += `${text === "" ? "" : "&"}${name}=${value}`;
  }
  return text;
}

function readField(field: string): CanonicalField {
  // WHATWG URL, application/x-www-form-urlencoded: a plus is a space.
  const text = field.includes("+") ? field.replaceAll("+", " ") : field;
  const at = text.indexOf("=");
  const name = canonicalEncoding(at === -1 ? text : text.slice(0, at));
  const value = at === -1 ? "" : canonicalEncoding(text.slice(at + 1));
  return { name, value, bytes: name.includes("%") ? percentDecode(name) : name };
}

function compare(a: CanonicalField, b: CanonicalField): number {
  if (a.bytes !== b.bytes) return a.bytes < b.bytes ? -1 : 1;
  if (a.value === b.value) return 0;
  // Nearly all names stand once.
  return percentDecode(a.value) < percentDecode(b.value) ? -1 : 1;
}
