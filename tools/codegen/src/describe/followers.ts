import { isPolled } from "./long-running.ts";
import type { Operation } from "./operation.ts";

/** What tells how it went that an operation started: the operations that its answers lead to and that can be polled. */
export function describeFollowers({ safe, responses }: Operation, all: readonly Operation[]): Operation[] {
  if (safe) return [];
  const linked = responses.flatMap(({ links }) => links.filter(({ cancels }) => !cancels));
  const ids = new Set(linked.map(({ operationId }) => operationId));
  return [...ids].flatMap((id) => all.find((other) => other.id === id && isPolled(other)) ?? []);
}
