/**
 * What tells a page from others: its text. What can be parsed may be nested too deep to be written; such a one is like
 * no other.
 */
export function markOf(items: readonly unknown[]): unknown {
  try {
    return JSON.stringify(items);
  } catch {
    return items;
  }
}
