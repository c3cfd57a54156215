import { describeFollowers } from "./followers.ts";
import { describeLongRunning, isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/** The operation that examples call. What people come for is how it went: of one thing rather than of a list. */
export function exampleOperation(operations: readonly Operation[]): Operation | undefined {
  const polled = operations.filter(isPolled);
  return polled.find(tellsOfOne) ?? polled[0] ?? operations[0];
}

/** The operation that examples start: one that the example operation tells of, if there is one. */
export function exampleStart(operations: readonly Operation[]): Operation | undefined {
  const example = exampleOperation(operations);
  const starts = operations.filter((operation) => describeFollowers(operation, operations).length > 0);
  return starts.find((start) => describeFollowers(start, operations)[0] === example) ?? starts[0];
}

function tellsOfOne(operation: Operation): boolean {
  return !describeLongRunning(operation).status?.path.includes("[]");
}
