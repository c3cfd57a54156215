import { kindOf } from "../assert-options.ts";
import { isObject } from "../is-object.ts";
import { memberAt } from "../member-at.ts";
import type { PagingDescription } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import { markOf } from "./mark-of.ts";
import { nextNumber, nextToken } from "./next-page.ts";

export interface Page<Data> {
  readonly data: Data;
  /** Not one more than the limit allows for. */
  readonly items: readonly unknown[];
}

type Arguments = Readonly<Record<string, unknown>>;

/**
 * The pages of a list, each asked for when it is wanted.
 *
 * @param ask - fetches the page that the arguments say
 * @throws RequestError if a token or a page repeats itself, as it does where the service ignores the argument: the
 *   list would have no end; `malformed` if an answer has no place for items, which must not pass for a list without any.
 */
export async function* walkPages<Data>(
  operation: string,
  paging: PagingDescription,
  first: Arguments,
  ask: (asked: Arguments) => Promise<Data>,
  limit: number,
): AsyncGenerator<Page<Data>, void, undefined> {
  const name = paging.token ?? paging.offset ?? paging.page ?? "";
  const next = paging.token === undefined ? nextNumber(paging, first) : nextToken(paging);
  const seen = new Set<unknown>();
  let before: unknown;
  for (let at = first[name], left = limit; left > 0; ) {
    seen.add(at);
    const data = await ask({ ...first, [name]: at });
    const items = itemsOf(data);
    const mark = markOf(items);
    if (items.length > 0 && mark === before) throw repeated(at, "led to the page before once more");
    before = mark;

    yield { data, items: items.slice(0, left) };
    left -= items.length;
    at = left > 0 ? next(data, items.length) : undefined;
    if (at === undefined) return;
    if (seen.has(at)) throw repeated(at, "came before");
  }

  function itemsOf(data: unknown): unknown[] {
    if (isObject(data) || paging.items.length === 0) {
      // One item that stands without its list is an item.
      return [memberAt(data, paging.items) ?? []].flat();
    }
    const message = `${operation}: ${kindOf(data)} is no page of a list. Is baseUrl right?`;
    throw new RequestError(message, { reason: "malformed", operation, retryable: false, error: data });
  }

  function repeated(at: unknown, how: string): RequestError {
    const message = `${operation}: ${name} ${JSON.stringify(at)} ${how}, so the list has no end`;
    return new RequestError(message, { reason: "paging", operation, retryable: false });
  }
}
