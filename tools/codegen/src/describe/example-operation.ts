import { describeFollowers } from "./followers.ts";
import { describeLongRunning, isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/**
 * The operation that examples call. What people come for is how it went: of one thing rather than of a list; and of
 * what was started, which is forgotten some time, rather than of a thing that stays.
 */
export function exampleOperation(operations: readonly Operation[]): Operation | undefined {
  const polled = operations.filter(isPolled);
  const ones = polled.filter(tellsOfOne);
  return ones.find(tellsAllAndForgets) ?? ones[0] ?? polled[0] ?? operations[0];
}

/**
 * The operation that examples start: one that ends by itself, that the example operation tells of, and that takes
 * nothing, as far as there is one.
 */
export function exampleStart(operations: readonly Operation[]): Operation | undefined {
  const example = exampleOperation(operations);
  const all = operations.filter((operation) => describeFollowers(operation, operations).length > 0);
  const ending = all.filter((start) => !comesToRest(start));
  const starts = ending.length > 0 ? ending : all;
  const fitting = starts.filter((start) => describeFollowers(start, operations)[0] === example);
  return fitting.find(takesNothing) ?? fitting[0] ?? starts[0];
}

/** Such as a check of the service: it does no harm, and needs nothing that is there already. */
function takesNothing({ method, arguments: args }: Operation): boolean {
  return method !== "GET" && args.every(({ required, sampled }) => !required && !sampled);
}

function tellsAllAndForgets(operation: Operation): boolean {
  const { status, result, error } = describeLongRunning(operation);
  return result !== undefined && error !== undefined && status?.schema["x-lro-expires"] !== undefined;
}

function comesToRest({ responses }: Operation): boolean {
  return responses.some(({ links }) => links.some((link) => link.comesToRest));
}

function tellsOfOne(operation: Operation): boolean {
  return !describeLongRunning(operation).status?.path.includes("[]");
}
