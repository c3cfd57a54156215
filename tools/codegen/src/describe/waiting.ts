import { Call, Expression } from "./expression.ts";
import { cancelLink, describeLongRunning, isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/**
 * Whether what waiting needs of an operation stands apart, with that of the others, rather than in its description: a
 * bundle that waits for others is not to hold what only few need, to read answers that tell of several at once.
 */
export function waitsApart(operation: Operation, all: readonly Operation[]): boolean {
  const polled = all.filter(isPolled);
  const isUsual = polled.filter(readsSeveral).length > polled.length / 2;
  return isPolled(operation) && (isUsual || !readsSeveral(operation));
}

/** What the runtime reads an answer with that tells of several at once. */
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
