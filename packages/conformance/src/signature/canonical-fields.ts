import { canonicalEncoding, percentDecode } from "./percent-encoding.ts";

/** The name and the value of a field, percent-encoded as they need be and no more. */
type Pair = readonly [name: string, value: string];

/**
 * The fields of a query or a form by name and then by value, byte by byte, each with its `=`.
 *
 * @param without the name of a field that is left out
 * @example
 * canonicalFields("b=x+y&a"); // "a=&b=x%20y"
 */
export function canonicalFields(fields: string, without?: string): string {
  const pairs: Pair[] = [];
  for (const field of fields.split("&")) if (field !== "") pairs.push(readField(field));
  pairs.sort(([a, first], [b, second]) => compare(a, b) || compare(first, second));
  let text = "";
  for (const [name, value] of pairs) {
    if (name !== without) text += `${text === "" ? "" : "&"}${name}=${value}`;
  }
  return text;
}

function readField(field: string): Pair {
  // WHATWG URL, application/x-www-form-urlencoded: a plus is a space.
  const text = field.includes("+") ? field.replaceAll("+", " ") : field;
  const at = text.indexOf("=");
  if (at === -1) return [canonicalEncoding(text), ""];
  return [canonicalEncoding(text.slice(0, at)), canonicalEncoding(text.slice(at + 1))];
}

/** By the bytes that they stand for. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  // Texts are compared by their characters' codes, which are bytes here.
  const isPlain = !a.includes("%") && !b.includes("%");
  return (isPlain ? a < b : percentDecode(a) < percentDecode(b)) ? -1 : 1;
}
