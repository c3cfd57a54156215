/** A function that looks up what it was asked before, among the last so many. */
export interface Remembered<Result> {
  (text: string): Result;
  /** What is known now was not known then. */
  forget(): void;
}

// A report asks the same again and again: of a command line with each of its checks, of a header with each exchange.
const MOST = 4096;

/**
 * Remembers what a pure function made of a text. Long texts are not kept.
 *
 * @param most how many are kept before all are forgotten
 */
export function remember<Result>(
  read: (text: string) => Result,
  longest: number = 4096,
  most: number = MOST,
): Remembered<Result> {
  const known = new Map<string, Result>();
  const ask = (text: string): Result => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (text.length > longest) return result;
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
  return Object.assign(ask, { forget: () => known.clear() });
}
