import type { Find } from "./links/ways.ts";
import type { OperationDescription, OperationsLater } from "./operation-description.ts";

/**
 * Finds operations by their names, and makes each when it is first found.
 *
 * @throws TypeError where there is none of a name.
 */
export function findLater(operations: OperationsLater): Find {
  const found = new Map<string, OperationDescription>();
  return (id) => {
    const known = found.get(id);
    if (known) return known;
    const given = Object.hasOwn(operations, id) ? operations[id] : undefined;
    if (!given) {
      throw new TypeError(`There is no operation "${id}". There are: ${Object.keys(operations).join(", ")}.`);
    }
    const operation = typeof given === "function" ? given(id) : given;
    found.set(id, operation);
    return operation;
  };
}
