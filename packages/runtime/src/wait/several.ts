import type { LongRunningDescription, OperationDescription } from "../operation-description.ts";
import { valueAt, valuesAt } from "../pointer.ts";
import { nextPage } from "./next-page.ts";
import { type Marks, percent, stateOf } from "./read-marks.ts";

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Reads the marks in an answer that tells of several executions at once. It may come in pages: the items of all that
 * it takes are added to the first, whose data this is.
 */
export type ReadSeveral = (
  operation: OperationDescription,
  lro: LongRunningDescription,
  args: Arguments,
  data: unknown,
  ask: (args: Arguments) => Promise<unknown>,
) => Promise<Marks>;

/** They stand as the first of these that one of them does: all together are as far as the one that is least so. */
const ORDER = ["unknown", "running", "notStarted", "waiting", "failed", "canceled", "succeeded"];

/** For operations whose pointers have a `*`. */
export const several: ReadSeveral = async ({ paging }, lro, args, data, ask) => {
  const items = paging && valueAt(data, paging.items);
  if (!paging || !Array.isArray(items)) return readAll(lro, data);

  const seen = new Set([JSON.stringify(items)]);
  let next = nextPage(paging, args, args, data, items.length);
  // One that may still move tells enough, whatever the others do.
  while (next && ORDER.indexOf(readAll(lro, data).status) > 2) {
    const page = await ask(next);
    const more = [valueAt(page, paging.items) ?? []].flat();
    const text = JSON.stringify(more);
    // A page that was there before is the last: there would be no end.
    if (seen.has(text)) break;
    seen.add(text);
    items.push(...more);
    next = nextPage(paging, args, next, page, items.length);
  }
  return readAll(lro, data);
};

/** Reads the marks of all that one answer tells of, in whatever page. */
function readAll(lro: LongRunningDescription, data: unknown): Marks {
  // Item by item, since one without a status must not be passed over.
  const end = lro.status.lastIndexOf("/*") + 2;
  const items = valuesAt(data, lro.status.slice(0, end));
  const standings = items.map((item) => {
    const value = valueAt(item, lro.status.slice(end));
    return { status: stateOf(lro, value), value };
  });
  standings.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const [least = { status: "unknown", value: undefined } as const] = standings;
  const progress = mean(lro.progress === undefined ? [] : valuesAt(data, lro.progress));
  const isEmpty = items.length === 0;
  return { ...least, isEmpty, progress, result: marked(data, lro.result), error: marked(data, lro.error) };
}

/** Through a `*`, that of the items that have it. */
function marked(data: unknown, pointer: string | undefined): unknown {
  if (!pointer?.includes("/*")) return pointer === undefined ? undefined : valueAt(data, pointer);
  return valuesAt(data, pointer).filter((value) => value !== null);
}

function mean(values: readonly unknown[]): number | undefined {
  const told = values.flatMap((value) => percent(value) ?? []);
  return told.length > 0 ? told.reduce((sum, one) => sum + one) / told.length : undefined;
}
