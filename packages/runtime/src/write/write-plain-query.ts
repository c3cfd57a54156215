/**
 * Writes a query of texts, numbers and truth values alone; what is not there is left out.
 *
 * @throws TypeError if a value is of another kind, which would be written as one text: `a,b` of a list.
 */
export function writePlainQuery(values: Readonly<Record<string, unknown>>): string {
  const pairs: string[] = [];
  for (const name of Object.keys(values)) {
    const value = values[name] ?? undefined;
    if (value !== undefined) pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  }
  return pairs.join("&");
}
