import { describeFollowers } from "./followers.ts";
import { describeLongRunning, isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/** The operation that examples call. What people come for is how it went: of one thing rather than of a list. */
export function exampleOperation(operations: readonly Operation[]): Operation | undefined {
  const polled = operations.filter(isPolled);
  return polled.find(tellsOfOne) ?? polled[0] ?? operations[0];
}

/** The operation that examples start: one that ends by itself, and that the example operation tells of, if there is one. */
export function exampleStart(operations: readonly Operation[]): Operation | undefined {
  const example = exampleOperation(operations);
  const all = operations.filter((operation) => describeFollowers(operation, operations).length > 0);
  const ending = all.filter((start) => !comesToRest(start));
  const starts = ending.length > 0 ? ending : all;
  return starts.find((start) => describeFollowers(start, operations)[0] === example) ?? starts[0];
}

function comesToRest({ responses }: Operation): boolean {
  return responses.some(({ links }) => links.some((link) => link.comesToRest));
}

function tellsOfOne(operation: Operation): boolean {
  return !describeLongRunning(operation).status?.path.includes("[]");
}
