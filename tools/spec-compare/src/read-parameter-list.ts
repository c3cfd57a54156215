import type { Fact, OperationFacts } from "./facts.ts";
import { type Bag, isBag, listOf } from "./json.ts";

const TYPES: Record<string, string> = {
  string: "string",
  integer: "integer",
  long: "integer",
  boolean: "boolean",
  json: "object",
  repeatlist: "array",
};

/** Reads a definition that lists the parameters of operations and nothing else. */
export function readParameterList(root: Bag): OperationFacts[] {
  return Object.values(isBag(root.operations) ? root.operations : {})
    .filter(isBag)
    .map((operation) => ({
      id: String(operation.name),
      isWhole: false,
      facts: new Map(
        listOf(operation.parameters)
          .filter(isBag)
          .map(({ name, position, type, required }): [string, Fact] => [
            `${String(position).toLowerCase()} ${name}`,
            { required: required === true, type: TYPES[String(type).toLowerCase()] ?? "any" },
          ]),
      ),
    }));
}
