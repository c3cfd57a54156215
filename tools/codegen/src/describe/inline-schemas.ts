import type { Spec } from "../spec/load-spec.ts";
import type { SchemaObject } from "../spec/schema-object.ts";

/** The schemas of a spec that stand where they are used, by the names that src/schema.ts gives them. */
const found = new WeakMap<Spec, Map<string, SchemaObject>>();

/**
 * Names a schema that has no name of its own. Two that say the same are one.
 *
 * @param wish - its name, unless another has it already: then a number follows
 */
export function nameInline(spec: Spec, schema: SchemaObject, wish: string): string {
  const named = inlineSchemas(spec);
  const text = JSON.stringify(schema);
  // What openapi-typescript lets a component be called.
  const stem = wish.replaceAll(/[^\w.-]/g, "_");
  for (let count = 1; ; count++) {
    const name = count === 1 ? stem : `${stem}_${count}`;
    const other = named.get(name);
    if (other && JSON.stringify(other) !== text) continue;
    named.set(name, schema);
    return name;
  }
}

/** All that were named so far, which is all that types were asked of. */
export function inlineSchemas(spec: Spec): Map<string, SchemaObject> {
  const named = found.get(spec) ?? new Map<string, SchemaObject>();
  found.set(spec, named);
  return named;
}
