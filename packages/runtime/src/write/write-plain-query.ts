/** Writes a query of texts, numbers and truth values alone; what is not there is left out. */
export function writePlainQuery(values: Readonly<Record<string, unknown>>): string {
  const pairs: string[] = [];
  for (const name of Object.keys(values)) {
    const value = values[name] ?? undefined;
    if (value !== undefined) pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  }
  return pairs.join("&");
}
