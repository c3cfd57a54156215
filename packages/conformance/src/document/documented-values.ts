import { isObject, type Json, type JsonObject } from "./json.ts";
import { below, type Pointer, valueAt } from "./pointer.ts";

/** The values that a schema names, and whether it admits others. */
export interface DocumentedValues {
  readonly values: readonly Json[];
  /** `anyOf: [{const: A}, {type: string}]`: the vendor says the list is not complete. */
  readonly open: boolean;
}

const remembered = new WeakMap<JsonObject, Map<Pointer, DocumentedValues>>();

/** The closed set of an `enum` or `const`, or the open one of an `anyOf`, found through `$ref`. */
export function documentedValues(root: JsonObject, pointer: Pointer): DocumentedValues {
  // A document does not change once it is read, and is asked the same for every exchange.
  const known = remembered.get(root) ?? new Map<Pointer, DocumentedValues>();
  remembered.set(root, known);
  const values = known.get(pointer) ?? collect(root, pointer);
  known.set(pointer, values);
  return values;
}

function collect(root: JsonObject, pointer: Pointer): DocumentedValues {
  const schema = valueAt(root, pointer);
  if (!isObject(schema)) return { values: [], open: true };
  if (Array.isArray(schema.enum)) return { values: schema.enum, open: false };
  if (schema.const !== undefined) return { values: [schema.const], open: false };
  const choices = ["anyOf", "oneOf"].flatMap((keyword) =>
    (Array.isArray(schema[keyword]) ? schema[keyword] : []).map((_, index) =>
      documentedValues(root, below(pointer, keyword, index)),
    ),
  );
  if (choices.length > 0) {
    return {
      values: choices.flatMap((choice) => choice.values),
      open: choices.some((choice) => choice.open),
    };
  }
  return typeof schema.$ref === "string" ? documentedValues(root, schema.$ref) : { values: [], open: true };
}
