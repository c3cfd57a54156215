import { Call, Expression } from "./expression.ts";
import { cancelLink, describeLongRunning, isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/** What the runtime has functions for, of which waiting for an operation needs those that it names here. */
export interface Waiting {
  readonly several: Expression | undefined;
  readonly cancel: Call | undefined;
}

/**
 * What waiting for one of the operations needs beside its description: what waiting for most of them needs. A bundle
 * that only calls is without it.
 */
export function sharedWaiting(operation: Operation, operations: readonly Operation[]): Waiting {
  return pick(operation, (part) => isShared(part, operations));
}

/** What its description brings along, since most do without: waiting for those is without it, too. */
export function ownWaiting(operation: Operation, operations: readonly Operation[]): Waiting {
  return pick(operation, (part) => !isShared(part, operations));
}

function pick(operation: Operation, wants: (part: keyof Waiting) => boolean): Waiting {
  const { several, cancel } = waitingOf(operation);
  return {
    several: wants("several") ? several : undefined,
    cancel: wants("cancel") ? cancel : undefined,
  };
}

function isShared(part: keyof Waiting, operations: readonly Operation[]): boolean {
  const polled = operations.filter(isPolled);
  return polled.filter((operation) => waitingOf(operation)[part]).length > polled.length / 2;
}

function waitingOf(operation: Operation): Waiting {
  const link = cancelLink(operation);
  const { operationId, parameters, requestBody } = link ?? {};
  return {
    several: describeLongRunning(operation).status?.path.includes("[]")
      ? new Expression("several")
      : undefined,
    cancel: link && new Call("cancelBy", { operationId, parameters, requestBody }),
  };
}
