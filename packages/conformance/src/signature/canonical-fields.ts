import { type ByteText, percentDecode, percentEncode } from "./percent-encoding.ts";

/**
 * The fields of a query or a form by name and then by value, byte by byte, each with its `=`.
 *
 * @param without the name of a field that is left out
 * @example
 * canonicalFields("b=x+y&a"); // "a=&b=x%20y"
 */
export function canonicalFields(fields: string, without?: string): string {
  const pairs: (readonly [name: ByteText, value: ByteText])[] = [];
  for (const field of fields.split("&")) if (field !== "") pairs.push(readField(field));
  pairs.sort(([a, first], [b, second]) => compare(a, b) || compare(first, second));
  let text = "";
  for (const [name, value] of pairs) {
    const encoded = percentEncode(name);
    if (encoded !== without) text += `${text === "" ? "" : "&"}${encoded}=${percentEncode(value)}`;
  }
  return text;
}

function readField(field: string): readonly [name: ByteText, value: ByteText] {
  // WHATWG URL, application/x-www-form-urlencoded: a plus is a space.
  const text = field.includes("+") ? field.replaceAll("+", " ") : field;
  const at = text.indexOf("=");
  if (at === -1) return [percentDecode(text), ""];
  return [percentDecode(text.slice(0, at)), percentDecode(text.slice(at + 1))];
}

// Texts are compared by their characters' codes, which are bytes here.
function compare(a: ByteText, b: ByteText): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
