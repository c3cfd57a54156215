import type { OperationObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { MAKERS } from "./makers.ts";
import { isIdentifier, toTypeName } from "./names.ts";

/**
 * What a client has beside its operations, `then`, which would make it a promise, and what stands beside the
 * operations in src/standalone.ts and src/operations.ts.
 */
const taken = new Set([
  ...["http", "orThrow", "settle", "watch", "run", "resume", "list", "logout", "then"],
  ...["call", "connect", "unwrap", "RequestError", "service", "operations", "later"],
  ...Object.values(MAKERS).flat(),
  ...["accessKey", "apiKey", "authorization", "basic", "bearer", "fromEnvironment", "session"],
  ...["decodeParameters", "encodeParameters", "secret", "typed"],
]);

/** The name of an operation: of its method, and of the constant that describes it. */
export function describeOperationId(
  spec: Spec,
  operation: OperationObject,
  place: Place,
  before: readonly { readonly id: string }[],
): string {
  const id = operation.operationId;
  const fault = faultOf(id, before);
  if (id && !fault) return id;
  throw spec.error(id ? [...place, "operationId"] : place, {
    what: fault ?? "",
    expected: `a unique operationId, which becomes the name of a method; none of ${[...taken].join(", ")}`,
    example: "operationId: getJob",
  });
}

function faultOf(id: string | undefined, before: readonly { readonly id: string }[]): string | undefined {
  if (!id) return "the operation has no operationId";
  if (taken.has(id)) return `operationId ${id} is a name that every client uses itself`;
  if (!isIdentifier(id)) return `operationId ${id} is no name that JavaScript allows`;
  // By type name, since `getJob` and `GetJob` share one.
  if (before.some((other) => toTypeName(other.id) === toTypeName(id)))
    return `operationId ${id} is not unique`;
  return undefined;
}
