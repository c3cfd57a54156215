import { memberAt } from "../member-at.ts";
import type { PagingDescription } from "../operation-description.ts";

/** What asks for the page after the one that came, with so many items; `undefined` if that was the last. */
export type NextPage = (data: unknown, count: number) => unknown;

type Arguments = Readonly<Record<string, unknown>>;

/** Some services filter after they have cut the pages, so an empty one need not be the last. */
const EMPTY_PAGES = 3;

/** The token that the page names. */
export function nextToken({ next = [] }: PagingDescription): NextPage {
  let empty = 0;
  return (data, count) => {
    empty = count > 0 ? 0 : empty + 1;
    return empty < EMPTY_PAGES ? memberAt(data, next) || undefined : undefined;
  };
}

/** The number after the one that was asked for: of the next item, or of the next page. */
export function nextNumber(
  { offset, page = "", size = "", total }: PagingDescription,
  first: Arguments,
): NextPage {
  let at = Number(first[offset ?? page] ?? 0);
  let received = offset === undefined ? 0 : at;
  let fullest = 0;
  return (data, count) => {
    // A service may give fewer items than it is asked for, so that what it gave tells more, once it did.
    const isFull = count >= (fullest || Number(first[size]));
    fullest = Math.max(fullest, count);
    received += count;
    at += offset === undefined ? 1 : count;
    const isEnd = !isFull && Number(total && memberAt(data, total)) === received;
    return count === 0 || isEnd ? undefined : at;
  };
}
