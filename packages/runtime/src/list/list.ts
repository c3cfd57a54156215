import { call } from "../call-operation.ts";
import type { Connection } from "../connection.ts";
import type { Operation } from "../operation.ts";
import type { AnyResult } from "../result.ts";
import { type DataOf, unwrap } from "../unwrap.ts";
import { firstArguments } from "./first-arguments.ts";
import type { ListOptions } from "./list-options.ts";
import { walkPages } from "./walk-pages.ts";

/** A list that answers page by page. Nothing is asked for before a loop over it, and every loop begins anew. */
export interface ItemList<Item, Data = unknown> extends AsyncIterable<Item> {
  /** The same, answer by answer: the whole data of each. With `limit`, the last one may hold more items. */
  pages(): AsyncIterable<Data>;
}

/**
 * The items of a list, page after page, each page asked for when its first item is. A token, an offset or the number
 * of a page among the arguments is where it begins.
 *
 * A list that the service changes meanwhile can shift between two pages, so that an item comes twice or not at all:
 * nothing here knows which items are the same. A total that the service tells only saves the request for a page
 * that would be empty; it is not believed after a page that was full.
 *
 * @throws TypeError if the operation does not answer page by page, or an option is wrong.
 * @throws RequestError from the loop: what `unwrap` throws of a page, and `malformed` if it is none; `paging` if a token or a page repeats itself.
 * @throws what the signal aborts with.
 * @example
 * for await (const job of list(connection, listJobs, { state: "RUNNING" }, { limit: 100 })) console.log(job.id);
 */
export function list<Arguments extends object, Result extends AnyResult, Item>(
  connection: Connection,
  operation: Operation<object, Result, unknown, Item, Arguments>,
  args: Arguments,
  options: ListOptions = {},
): ItemList<Item, DataOf<Result>> {
  const { id, paging } = operation;
  if (!paging) throw new TypeError(`${id} does not answer page by page.`);
  const first = firstArguments(id, paging, args as Readonly<Record<string, unknown>>, options);
  const ask = (asked: object) => unwrap(call(connection, operation, asked, options));
  const walk = () => walkPages(id, paging, first, ask, options.limit ?? Infinity);
  return {
    async *[Symbol.asyncIterator]() {
      for await (const { items } of walk()) {
        for (const item of items) {
          options.signal?.throwIfAborted();
          yield item as Item;
        }
      }
    },
    async *pages() {
      for await (const { data } of walk()) yield data;
    },
  };
}
