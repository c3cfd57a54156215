import { markOf } from "../list/mark-of.ts";
import { memberAt, membersAt } from "../member-at.ts";
import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import { RequestError } from "../request-error.ts";
import { nextPage } from "./next-page.ts";
import { type Marks, type Reader, type ReadMarks, stateOf } from "./read-marks.ts";

type Arguments = Readonly<Record<string, unknown>>;

/** How long, in milliseconds, lists may be without what they are asked for: one that is new may take a while to get there. */
const LAG = 30_000;

/** They stand as the first of these that one of them does: all together are as far as the one that is least so. */
const ORDER = ["unknown", "running", "notStarted", "waiting", "failed", "canceled", "succeeded"];

/**
 * For operations whose places have a `*`: their answers tell of several executions at once. An answer may come in
 * pages: the items of all that it takes are added to the first, whose data this is.
 */
export const several: Reader = (clock, tolerate) => {
  let missedSince: number | undefined;
  return async (lro, first, operation, args, ask) => {
    const marks = await readPages(operation, lro, args, first.data, ask);
    if (marks) {
      missedSince = undefined;
      return marks;
    }
    missedSince ??= clock.now();
    const { id } = operation;
    const { status, response, data: error } = first;
    const message = `${id} ${status}: there is no execution in the answer. Are the arguments right?`;
    const retryable = tolerate.includes(404) || clock.now() - missedSince < LAG;
    throw new RequestError(message, { reason: "missing", operation: id, status, retryable, response, error });
  };
};

async function readPages(
  { paging }: OperationDescription,
  lro: LongRunningDescription,
  args: Arguments,
  data: unknown,
  ask: Parameters<ReadMarks>[4],
): Promise<Marks | undefined> {
  const items = paging && memberAt(data, paging.items);
  if (!paging || !Array.isArray(items)) return readAll(lro, data);

  const seen = new Set([markOf(items)]);
  let next = nextPage(paging, args, args, data, items.length);
  // One that may still move tells enough, whatever the others do; none does, too.
  while (next && ORDER.indexOf(readAll(lro, data)?.status ?? "unknown") > 2) {
    const { data: page } = await ask(next);
    const more = [memberAt(page, paging.items) ?? []].flat();
    const mark = markOf(more);
    // A page that was there before is the last: there would be no end.
    if (seen.has(mark)) break;
    seen.add(mark);
    items.push(...more);
    next = nextPage(paging, args, next, page, items.length);
  }
  return readAll(lro, data);
}

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
  // Through a `*`, that of the items that have it.
  const at = (path: readonly string[] | undefined) =>
    path?.includes("*")
      ? membersAt(data, path).filter((value) => value !== null)
      : path && memberAt(data, path);
  return (
    least && { ...least, progress: lro.progress?.in(data), result: at(lro.result), error: at(lro.error) }
  );
}
