import type { PagingDescription } from "../operation-description.ts";
import { shown } from "../shown.ts";
import type { ListOptions } from "./list-options.ts";

/** Pages are counted in their size, so one has to be known; every service met so far allows for this one. */
const USUAL_SIZE = 50;

/**
 * The arguments that the first page is asked for with.
 *
 * @throws TypeError if an option is wrong.
 */
export function firstArguments(
  operation: string,
  { page, size }: PagingDescription,
  args: Readonly<Record<string, unknown>>,
  { limit = 0, pageSize }: ListOptions,
): Readonly<Record<string, unknown>> {
  assertWhole(limit, "limit", 0);
  assertWhole(pageSize ?? 1, "pageSize", 1);
  if (pageSize !== undefined && size === undefined) {
    throw new TypeError(`${operation} takes no pageSize.`);
  }

  const first = { ...args };
  if (pageSize !== undefined && size !== undefined) first[size] = pageSize;
  if (page !== undefined) {
    first[page] ??= 1;
    if (size !== undefined) first[size] ??= USUAL_SIZE;
  }
  return first;
}

function assertWhole(value: unknown, name: string, least: number): void {
  if (Number.isInteger(value) && (value as number) >= least) return;
  throw new TypeError(`${name} is ${shown(value)}. It takes a whole number from ${least} on.`);
}
