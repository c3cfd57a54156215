/**
 * Writes a query: a list repeats its name, an object's members stand for themselves (OAS 3.1.1 §4.8.12.2: `form` with
 * `explode`, the default), and what is not there is left out.
 *
 * @param separator - what stands between two values: in the header `Cookie`, it is another one
 */
export function writeQuery(values: Readonly<Record<string, unknown>>, separator = "&"): string {
  const pairs: string[] = [];
  for (const name of Object.keys(values)) addPairs(pairs, name, values[name]);
  return pairs.join(separator);
}

function addPairs(pairs: string[], name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) addPairs(pairs, name, item);
  } else if (typeof value === "object" && !(value instanceof Date)) {
    for (const [member, one] of Object.entries(value)) addPairs(pairs, member, one);
  } else {
    const text = value instanceof Date ? value.toISOString() : String(value);
    pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
  }
}
