import { memberAt } from "../member-at.ts";
import type { PagingDescription } from "../operation-description.ts";

type Arguments = Readonly<Record<string, unknown>>;

/**
 * What asks for the page after one; without a token, there is one only if a total says so.
 *
 * @param first - what the first page was asked for with, and `last` this one
 * @param received - how many items have come so far
 */
export function nextPage(
  { token, next = [], offset, page: number = "", total = [] }: PagingDescription,
  first: Arguments,
  last: Arguments,
  page: unknown,
  received: number,
): Arguments | undefined {
  if (token !== undefined) {
    const found = memberAt(page, next);
    return found ? { ...last, [token]: found } : undefined;
  }
  const at = Number(first[offset ?? ""] ?? 0) + received;
  if (!(at < Number(memberAt(page, total)))) return undefined;
  return { ...last, ...(offset ? { [offset]: at } : { [number]: Number(last[number] ?? 1) + 1 }) };
}
