import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { ownKeywords } from "../document/own-keywords.ts";
import { below, type Pointer } from "../document/pointer.ts";
import { exactSurrogate } from "../wire/exact-number.ts";

/**
 * A value that travelled as text (in a path, a query, a header, a form), as the type that its schema asks
 * for. Text that is no such type stays text, for the schema to refuse.
 */
export function coerce(root: JsonObject, schema: Pointer | undefined, text: string): Json {
  const types = schema === undefined ? [] : typesOf(root, schema);
  if (types.includes("string")) return text;
  if (types.includes("integer") || types.includes("number")) {
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? (exactSurrogate(text) ?? Number(text)) : text;
  }
  if (types.includes("boolean")) return /^(true|false)$/.test(text) ? text === "true" : text;
  // OAS 3.1.1 §4.8.12.2.2: the style `simple` joins items with commas.
  return types.includes("array") ? coerceItems(root, schema, text === "" ? [] : text.split(",")) : text;
}

/** The same for the items of an array, each of which travelled on its own. */
export function coerceItems(root: JsonObject, schema: Pointer | undefined, texts: readonly string[]): Json[] {
  const items = itemSchema(root, schema);
  return texts.map((text) => coerce(root, items, text));
}

/** The schema of an array's items, if it is documented. */
export function itemSchema(root: JsonObject, schema: Pointer | undefined): Pointer | undefined {
  const [place] = schema === undefined ? [] : ownKeywords(root, schema, "items");
  return place && below(place.schema, "items");
}

/** The schema of an object's member, if it is documented. */
export function memberSchema(
  root: JsonObject,
  schema: Pointer | undefined,
  name: string,
): Pointer | undefined {
  const places = schema === undefined ? [] : ownKeywords(root, schema, "properties");
  const place = places.find(({ value }) => isObject(value) && Object.hasOwn(value, name));
  return place && below(place.schema, "properties", name);
}

const remembered = new WeakMap<JsonObject, Map<Pointer, readonly Json[]>>();

/** The types that a schema names; none where it leaves them open. */
export function typesOf(root: JsonObject, schema: Pointer): readonly Json[] {
  // A document does not change once it is read, and is asked the same for every value.
  const known = remembered.get(root) ?? new Map<Pointer, readonly Json[]>();
  remembered.set(root, known);
  const types = known.get(schema) ?? ownKeywords(root, schema, "type").flatMap(({ value }) => value);
  known.set(schema, types);
  return types;
}
