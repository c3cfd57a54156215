import { percentDecode, percentEncode } from "./percent-encoding.ts";

/**
 * The fields of a query or a form by name and then by value, byte by byte, each with its `=`.
 *
 * @param without the name of a field that is left out
 * @example
 * canonicalFields("b=x+y&a"); // "a=&b=x%20y"
 */
export function canonicalFields(fields: string, without?: string): string {
  const pairs = fields
    .split("&")
    .filter((field) => field !== "")
    .map((field) => {
      // WHATWG URL, application/x-www-form-urlencoded: a plus is a space.
      const [name = "", ...value] = field.replaceAll("+", " ").split("=");
      return [percentDecode(name), percentDecode(value.join("="))] as const;
    });
  pairs.sort(([a, first], [b, second]) => Buffer.compare(a, b) || Buffer.compare(first, second));
  return pairs
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .filter(([name]) => name !== without)
    .map((pair) => pair.join("="))
    .join("&");
}
