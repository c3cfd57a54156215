import { type JsonObject, listOf } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { resolveReference } from "./resolve-reference.ts";
import { objectsNamed } from "./walk-objects.ts";

export interface Operation {
  readonly path: Path;
  readonly node: JsonObject;
}

export interface Parameter {
  /** Where the operation or its path item lists it, which may be a reference. */
  readonly path: Path;
  readonly name: string;
  readonly in: string;
}

export function operationsOf(root: JsonObject): Operation[] {
  return objectsNamed(root, "Operation Object").map(({ path, node }) => ({ path, node }));
}

/** The parameters of an operation. One of the path item's with the same name and place gives way (OAS 3.1.1 §4.8.9.1). */
export function parametersOf(root: JsonObject, operation: Operation): Parameter[] {
  const own = parametersAt(root, operation.path, operation.node);
  const itemPath = operation.path.slice(0, -1);
  const item = resolveReference(root, itemPath)?.node;
  const inherited = item ? parametersAt(root, itemPath, item) : [];
  const isOverridden = (one: Parameter) =>
    own.some((other) => other.name === one.name && other.in === one.in);
  return [...inherited.filter((parameter) => !isOverridden(parameter)), ...own];
}

function parametersAt(root: JsonObject, holder: Path, node: JsonObject): Parameter[] {
  return listOf(node.parameters).flatMap((_, index) => {
    const path = [...holder, "parameters", index];
    const parameter = resolveReference(root, path)?.node;
    return parameter ? [{ path, name: String(parameter.name), in: String(parameter.in) }] : [];
  });
}
