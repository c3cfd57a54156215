/** The number that a quarter of some numbers is below: what a machine's noise adds to a time, it adds to the others. */
export function lowerQuartile(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
}
