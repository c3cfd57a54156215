/** What may be done to a text where nothing is to be done. */
export function asItIs(text: string): string {
  return text;
}
