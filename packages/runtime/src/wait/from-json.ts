/** What a text that is documented to hold JSON holds; of a list of texts, a list. */
export type FromJson = (value: unknown) => unknown;

/** For operations whose result or error is such a text (`contentMediaType`). */
export const fromJson: FromJson = (value) => {
  if (Array.isArray(value)) return value.map(fromJson);
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    // Broken: the text itself is not lost.
    return undefined;
  }
};
