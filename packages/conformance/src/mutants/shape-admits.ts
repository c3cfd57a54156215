import { allBranches } from "../document/branches.ts";
import type { Document } from "../document/document.ts";
import { isObject, type Json, type JsonObject, listOf } from "../document/json.ts";
import { meant, objectAt } from "../document/navigate.ts";
import { below, type Pointer, valueAt } from "../document/pointer.ts";
import { regExp } from "../schema/reg-exp.ts";

/**
 * Whether a schema plainly admits a value, by its shape alone: the types that it names, the members that it documents,
 * and what it says of all others. A body that is admitted is no broken one. The validators are not asked: what they
 * wrongly let pass would then be no mutant, and nobody would notice.
 *
 * @returns `false` where the shape does not say
 */
export function shapeAdmits(
  { root }: Pick<Document, "root">,
  schema: Pointer | undefined,
  value: Json,
): boolean {
  if (schema === undefined) return true;
  const choices = bareChoices(root, schema);
  if (!choices.includes(schema)) return choices.some((choice) => shapeAdmits({ root }, choice, value));
  const parts = partsOf(root, schema);
  const typed = parts.filter(({ type }) => type !== undefined);
  if (!typed.every(({ type }) => [type ?? []].flat().some((one) => isOf(one, value)))) return false;
  // What `properties` holds says nothing of a value that is no object.
  if (!isObject(value)) return typed.length > 0 || isPlain(parts);
  const documented = new Set(parts.flatMap(({ properties }) => Object.keys(objectOf(properties))));
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  if (required.some((name) => !Object.hasOwn(value, String(name)))) return false;
  const strangers = Object.keys(value).filter((name) => !documented.has(name));
  return strangers.every((name) => admitsStranger(root, schema, name, value[name] ?? null));
}

// They say something, and refuse nothing.
const ANNOTATIONS =
  /^(title|description|discriminator|examples?|default|deprecated|externalDocs|xml|\$comment|x-.*)$/;

/** What there is to choose from where a schema is a choice and nothing else; or else the schema itself. */
function bareChoices(root: JsonObject, start: Pointer): Pointer[] {
  const open = new Set([start]);
  const found = new Set<Pointer>();
  for (const pointer of open) {
    const own = meant(root, pointer);
    const schema = objectAt(root, own);
    const [keyword = "", ...others] = Object.keys(schema).filter((name) => !ANNOTATIONS.test(name));
    if (others.length > 0 || !["anyOf", "oneOf"].includes(keyword)) found.add(pointer);
    else for (const index of listOf(schema[keyword]).keys()) open.add(below(own, keyword, index));
  }
  return [...found];
}

/** Whether a member that the schema does not name may be in its objects. */
function admitsStranger(root: JsonObject, schema: Pointer | undefined, name: string, value: Json): boolean {
  if (schema === undefined) return true;
  const pointers = allBranches(root, schema);
  const parts = pointers.map((pointer) => valueAt(root, pointer) as JsonObject);
  if (
    parts.some(({ patternProperties }) => isObject(patternProperties) && matches(patternProperties, name))
  ) {
    return true;
  }
  const others = pointers.flatMap((pointer) =>
    ["additionalProperties", "unevaluatedProperties"].flatMap((word) => {
      const at = below(pointer, word);
      const said = valueAt(root, at);
      return said === undefined ? [] : [{ said, at }];
    }),
  );
  if (others.some(({ said }) => said === false)) return false;
  // Objects that document no member stay open, and so do those that say they are.
  if (others.length === 0) return parts.every(({ properties }) => properties === undefined);
  return others.every(({ said, at }) => said === true || shapeAdmits({ root }, at, value));
}

function partsOf(root: JsonObject, schema: Pointer): JsonObject[] {
  return allBranches(root, schema).map((pointer) => valueAt(root, pointer) as JsonObject);
}

/** Whether schemas say nothing that could refuse a value of some type. */
function isPlain(parts: readonly JsonObject[]): boolean {
  return parts.every((part) =>
    ["enum", "const", "not", "if", "pattern", "format", "anyOf", "oneOf"].every((word) => !(word in part)),
  );
}

function isOf(type: Json, value: Json): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function matches(patterns: JsonObject, name: string): boolean {
  return Object.keys(patterns).some((pattern) => regExp(pattern, "u").test(name));
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
