import type { Spec } from "../spec/load-spec.ts";
import { isPolled } from "./long-running.ts";
import type { Names } from "./names.ts";
import type { Operation } from "./operation.ts";
import { runtimeTypes } from "./runtime-names.ts";

/** The types of src/client.ts that belong to one operation. */
function operationTypes(operation: Operation): string[] {
  const suffixes = [
    "Arguments",
    ...(operation.body ? ["Body"] : []),
    "Result",
    ...(isPolled(operation) ? ["Poll"] : []),
    ...(operation.paging ? ["Item"] : []),
  ];
  return suffixes.map((suffix) => `${operation.typeName}${suffix}`);
}

/** The types of src/client.ts that belong to the client as a whole. */
function clientTypes({ typeName }: Names): string[] {
  return ["Client", "Lists", "Operations", "Polls", "Starts"].map((suffix) => `${typeName}${suffix}`);
}

/**
 * Says where a name would stand for two things: the constant of an operation, which bears the operation's id, and the
 * type of another; or a type of an operation and one that every client has.
 *
 * @throws SpecError if there is one.
 */
export function assertTypeNames(spec: Spec, names: Names, operations: readonly Operation[]): void {
  const own = [...clientTypes(names), `${names.typeName}Session`, "components", "inline", "paths", "schemas"];
  const others = new Set([...own, ...runtimeTypes, "Connection", ...operations.map(({ id }) => id)]);
  for (const operation of operations) {
    const taken = operationTypes(operation).find((name) => others.has(name));
    if (taken === undefined) continue;
    throw spec.error(["paths", operation.path, operation.method.toLowerCase(), "operationId"], {
      what: `operationId ${operation.id} gives rise to the type ${taken}, which is another's name`,
      expected: "an operationId X where nothing else is called XArguments, XBody, XResult, XPoll or XItem",
      example: "operationId: getJob",
    });
  }
}
