import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { coerce, itemSchema, typesOf } from "../../schema/coerce.ts";
import { documentedMembers } from "../../schema/documented-members.ts";
import { parseJson } from "./parse-json.ts";

/** What reads a text as its schema types it; objects, and lists within lists, travel as JSON. */
export function textReader(root: JsonObject, schema: Pointer | undefined): (text: string) => Json {
  if (isStructure(root, schema)) return readStructure;
  return namedTypes(root, schema).includes("string") ? (text) => text : (text) => coerce(root, schema, text);
}

function readStructure(text: string): Json {
  const read = parseJson(text);
  // What is no JSON stays text, for the schema to refuse.
  return read.problem === undefined ? read.value : text;
}

/** Whether a schema asks for a list, and for no text. */
export function isList(root: JsonObject, schema: Pointer | undefined): boolean {
  const types = namedTypes(root, schema);
  return types.includes("array") && !types.includes("string");
}

/** Whether a schema asks for an object or a list, and for no text. */
function isStructure(root: JsonObject, schema: Pointer | undefined): boolean {
  const types = namedTypes(root, schema);
  const isOpen = schema !== undefined && types.length === 0 && itemSchema(root, schema) === undefined;
  if (isOpen) return documentedMembers(root, schema).size > 0;
  return !types.includes("string") && (types.includes("object") || types.includes("array"));
}

function namedTypes(root: JsonObject, schema: Pointer | undefined): readonly Json[] {
  return schema === undefined ? [] : typesOf(root, schema);
}
