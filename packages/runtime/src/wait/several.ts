import { memberAt, membersAt } from "../member-at.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import { valueAt } from "../pointer.ts";
import { RequestError } from "../request-error.ts";
import type { Success } from "../result.ts";
import { nextPage } from "./next-page.ts";
import { type Marks, stateOf } from "./read-marks.ts";

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Reads the marks in an answer that tells of several executions at once. It may come in pages: the items of all that
 * it takes are added to the first, whose data this is.
 *
 * @throws RequestError `missing` if there is none of them.
 */
export type ReadSeveral = (
  operation: OperationDescription,
  lro: LongRunningDescription,
  args: Arguments,
  first: Success<number, unknown>,
  ask: (args: Arguments) => Promise<unknown>,
) => Promise<Marks>;

/** They stand as the first of these that one of them does: all together are as far as the one that is least so. */
const ORDER = ["unknown", "running", "notStarted", "waiting", "failed", "canceled", "succeeded"];

/** For operations whose places have a `*`. */
export const several: ReadSeveral = async ({ id, paging }, lro, args, { data, response }, ask) => {
  const read = () => readAll(lro, data) ?? refuse();
  const items = paging && valueAt(data, paging.items);
  if (!paging || !Array.isArray(items)) return read();

  const seen = new Set([JSON.stringify(items)]);
  let next = nextPage(paging, args, args, data, items.length);
  // One that may still move tells enough, whatever the others do.
  while (next && ORDER.indexOf(read().status) > 2) {
    const page = await ask(next);
    const more = [valueAt(page, paging.items) ?? []].flat();
    const text = JSON.stringify(more);
    // A page that was there before is the last: there would be no end.
    if (seen.has(text)) break;
    seen.add(text);
    items.push(...more);
    next = nextPage(paging, args, next, page, items.length);
  }
  return read();

  function refuse(): never {
    const { status } = response;
    const message = `${id} ${status}: there is no execution in the answer. Are the arguments right?`;
    const details = { reason: "missing", operation: id, status, retryable: true } as const;
    throw new RequestError(message, { ...details, response, error: data });
  }
};

/** The marks of all that one answer tells of, in whatever page, if it tells of any. */
function readAll(lro: LongRunningDescription, data: unknown): Marks | undefined {
  // Item by item, since one without a status must not be passed over.
  const end = lro.status.lastIndexOf("*") + 1;
  const items = membersAt(data, lro.status.slice(0, end));
  const standings = items.map((item) => {
    const value = memberAt(item, lro.status.slice(end));
    return { status: stateOf(lro, value), value };
  });
  standings.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const [least] = standings;
  const progress = lro.progress && mean(membersAt(data, lro.progress.path).map(lro.progress.read));
  return least && { ...least, progress, result: marked(data, lro.result), error: marked(data, lro.error) };
}

/** Through a `*`, that of the items that have it. */
function marked(data: unknown, path: readonly string[] = []): unknown {
  if (!path.includes("*")) return path.length > 0 ? memberAt(data, path) : undefined;
  return membersAt(data, path).filter((value) => value !== null);
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const told = values.filter((value) => value !== undefined);
  return told.length > 0 ? told.reduce((sum, one) => sum + one) / told.length : undefined;
}
