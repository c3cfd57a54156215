import { documentedMembers } from "../schema/documented-members.ts";
import { isJsonType } from "../wire/media-type.ts";
import type { Parameter, Place } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { follow, members, objectAt } from "./navigate.ts";
import { styledSerialization, UNSPOKEN } from "./parameter-style.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";
import { firstExample } from "./read-examples.ts";
import { FLATTEN, IDEMPOTENCY_TOKEN } from "./vocabulary.ts";

// OAS 3.1.1 §4.8.12.2.1: header parameters of these names are ignored.
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** The parameters of an operation; they override the path item's of the same name and place (OAS 3.1.1 §4.8.10). */
export function readParameters(root: JsonObject, item: Pointer, operation: Pointer): Parameter[] {
  const all = new Map<string, Parameter>();
  for (const list of [below(item, "parameters"), below(operation, "parameters")]) {
    const count = Array.isArray(valueAt(root, list)) ? (valueAt(root, list) as Json[]).length : 0;
    for (let index = 0; index < count; index += 1) {
      const parameter = readParameter(root, follow(root, below(list, index)));
      if (parameter.in === "header" && IGNORED_HEADERS.has(parameter.name.toLowerCase())) continue;
      all.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...all.values()];
}

function readParameter(root: JsonObject, pointer: Pointer): Parameter {
  const parameter = objectAt(root, pointer);
  // OAS 3.1.1 §4.8.12.2.3: a parameter has a schema, or a content with exactly one media type.
  const [content] = members(root, below(pointer, "content"));
  const holder = content ? content[1] : pointer;
  const schema = objectAt(root, holder).schema === undefined ? {} : { schema: below(holder, "schema") };
  const serialization = content
    ? isJsonType(content[0])
      ? "json"
      : undefined
    : parameter[FLATTEN] === true
      ? "flat"
      : styledSerialization(root, parameter, schema.schema);
  const example = firstExample(root, pointer) ?? firstExample(root, holder);
  return {
    name: String(parameter.name),
    in: String(parameter.in) as Place,
    required: parameter.required === true,
    ...schema,
    ...(serialization && { serialization }),
    ...(serialization === "spread" && { members: memberNames(root, schema.schema, example) }),
    ...(UNSPOKEN.includes(parameter.style ?? "") && { unspoken: String(parameter.style) }),
    ...(parameter[IDEMPOTENCY_TOKEN] === true && { idempotencyToken: true }),
    ...(example !== undefined && { example }),
  };
}

/** Those of the schema, and of the example, since an object may be open. */
function memberNames(root: JsonObject, schema: Pointer | undefined, example: Json | undefined): string[] {
  const documented = schema === undefined ? [] : documentedMembers(root, schema).keys();
  return [...new Set([...documented, ...Object.keys(isObject(example) ? example : {})])];
}
