import { isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { type ObjectName, oasObjects } from "./oas-objects.ts";

/** One OpenAPI object of a document: what the standard calls it, and where it stands. */
export interface OasObject {
  readonly name: ObjectName;
  readonly path: Path;
  readonly node: JsonObject;
  /** The object that holds it; the root has none. */
  readonly parent: ObjectName | undefined;
}

/** Every OpenAPI object of a document, parents first. References are not followed, example values not entered. */
export function walkObjects(root: JsonObject): OasObject[] {
  return [...visit("OpenAPI Object", undefined, [], root)];
}

export function objectsNamed(root: JsonObject, name: ObjectName): OasObject[] {
  return walkObjects(root).filter((object) => object.name === name);
}

function* visit(
  name: ObjectName,
  parent: ObjectName | undefined,
  path: Path,
  node: unknown,
): Generator<OasObject> {
  if (!isObject(node)) return;
  // OAS 3.1.1 §4.8.23: a Reference Object takes no other fields. In a schema `$ref` is a keyword among others.
  if (name !== "Schema Object" && typeof node.$ref === "string") {
    yield { name: "Reference Object", path, node, parent };
    return;
  }
  yield { name, path, node, parent };
  for (const [key, value] of Object.entries(node)) yield* visitField(name, [...path, key], key, value);
}

function* visitField(holder: ObjectName, path: Path, key: string, value: unknown): Generator<OasObject> {
  const fields = oasObjects[holder];
  const field = Object.hasOwn(fields, key) ? fields[key] : key.startsWith("x-") ? undefined : fields["*"];
  if (field === undefined) return;

  const isList = field.startsWith("[");
  const isMap = field.startsWith("{");
  const name = (isList || isMap ? field.slice(1, -1) : field) as ObjectName;
  if (!isList && !isMap) return yield* visit(name, holder, path, value);
  if (isList !== Array.isArray(value) || value === null || typeof value !== "object") return;
  for (const [step, item] of Object.entries(value)) {
    yield* visit(name, holder, [...path, isList ? Number(step) : step], item);
  }
}
