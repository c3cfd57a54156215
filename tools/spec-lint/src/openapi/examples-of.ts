import { isObject, type JsonObject, listOf } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import type { ObjectName } from "./oas-objects.ts";
import { resolveReference } from "./resolve-reference.ts";
import { type OasObject, walkObjects } from "./walk-objects.ts";

/** A documented sample, and the schema that it is a sample of. */
export interface SampleValue {
  /** Where the value itself stands. */
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Path;
}

/** Every `example`, Example Object and schema-level `examples` of a document that has a schema to answer to. */
export function examplesOf(root: JsonObject): SampleValue[] {
  return walkObjects(root).flatMap((object) => {
    if (object.name === "Schema Object") return ofSchema(object);
    return holders.has(object.name) && isObject(object.node.schema) ? ofHolder(root, object) : [];
  });
}

/** The Example Objects in an `examples` map, by name, references resolved; the path is that of the value. */
export function namedExamples(
  root: JsonObject,
  holder: Path,
  node: JsonObject,
): (Omit<SampleValue, "schema"> & { name: string })[] {
  if (!isObject(node.examples)) return [];
  return Object.keys(node.examples).flatMap((name) => {
    const example = resolveReference(root, [...holder, "examples", name]);
    // OAS 3.1.1 §4.8.19: `externalValue` stands in for `value`; what is behind an address is not read.
    if (!example || !("value" in example.node)) return [];
    return [{ name, path: [...example.path, "value"], value: example.node.value }];
  });
}

const holders: ReadonlySet<ObjectName> = new Set<ObjectName>([
  "Media Type Object",
  "Parameter Object",
  "Header Object",
]);

function ofHolder(root: JsonObject, { path, node }: OasObject): SampleValue[] {
  const schema = [...path, "schema"];
  const named = namedExamples(root, path, node).map((example) => ({
    path: example.path,
    value: example.value,
    schema,
  }));
  return "example" in node ? [{ path: [...path, "example"], value: node.example, schema }, ...named] : named;
}

function ofSchema({ path, node }: OasObject): SampleValue[] {
  const listed = listOf(node.examples).map((value, index) => ({
    path: [...path, "examples", index],
    value,
    schema: path,
  }));
  return "example" in node
    ? [{ path: [...path, "example"], value: node.example, schema: path }, ...listed]
    : listed;
}
