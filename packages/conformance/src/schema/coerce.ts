import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";

/**
 * A value that travelled as text (in a path, a query, a header, a form), as the type that its schema asks
 * for. Text that is no such type stays text, for the schema to refuse.
 */
export function coerce(root: JsonObject, schema: Pointer | undefined, text: string): Json {
  const type = schema === undefined ? undefined : typeOf(root, schema);
  if (type === "integer" || type === "number")
    return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

function typeOf(root: JsonObject, pointer: Pointer): Json | undefined {
  const schema = valueAt(root, pointer);
  if (!isObject(schema)) return undefined;
  return schema.type ?? (typeof schema.$ref === "string" ? typeOf(root, schema.$ref) : undefined);
}
