import type { Operation } from "./operation.ts";
import type { Service } from "./service.ts";

/**
 * The operations that a client has at once: those that sessions take, and those with a server of their own, which
 * options are held against. All others are made when they are first called.
 */
export function operationsAtStart({ operations, sessions }: Service): readonly Operation[] {
  const taken = new Set(sessions.flatMap(({ login, next, logout }) => [login, next, logout]));
  return operations.filter((operation) => operation.servers?.[0] || taken.has(operation));
}
