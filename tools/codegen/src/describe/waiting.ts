import { Call, Expression } from "./expression.ts";
import { cancelLink, describeLongRunning, isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/** Whether most of the operations that can be polled tell of several at once: then what reads that stands apart. */
export function areMostlySeveral(operations: readonly Operation[]): boolean {
  const polled = operations.filter(isPolled);
  return polled.filter(readsSeveral).length > polled.length / 2;
}

/** What the runtime reads an answer with that tells of several at once; a bundle that only calls is without it. */
export function readsSeveral(operation: Operation): Expression | undefined {
  const { status } = describeLongRunning(operation);
  return status?.path.includes("[]") ? new Expression("several") : undefined;
}

/**
 * How an operation is asked to cancel what others tell of, by their `operationId`. It stands here rather than there: a
 * bundle that waits and does not cancel is without it.
 */
export function describeCanceling({ id }: Operation, all: readonly Operation[]): Call | undefined {
  const links = all.filter(isPolled).flatMap((polled) => {
    const { operationId, parameters, requestBody } = cancelLink(polled) ?? {};
    return operationId === id ? [[polled.id, { parameters, requestBody }] as const] : [];
  });
  return links.length > 0 ? new Call("canceling", Object.fromEntries(links)) : undefined;
}
