import { fromPointer } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { nameInline } from "./inline-schemas.ts";
import { plainType } from "./plain-type.ts";

/**
 * The TypeScript type of a schema, by its own name if it has one.
 *
 * @param wish - what to call it if it has none
 */
export function schemaType(spec: Spec, schema: SchemaObject | undefined, wish: string): string {
  if (!schema || Object.keys(schema).length === 0) return "unknown";
  const [components, kind, name, ...deeper] = fromPointer(schema.$ref ?? "#/");
  if (components !== "components" || kind !== "schemas" || !name || deeper.length > 0) {
    return plainType(schema) ?? `inline[${JSON.stringify(nameInline(spec, schema, wish))}]`;
  }
  return `schemas[${JSON.stringify(name)}]`;
}
