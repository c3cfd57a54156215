import { fromPointer } from "../spec/json-pointer.ts";
import type { SchemaObject } from "../spec/schema-object.ts";

/** The TypeScript type of a schema: by its own name if it has one, otherwise by way of the place it stands in. */
export function schemaType(schema: SchemaObject | undefined, inline: string): string {
  const [components, kind, name, ...deeper] = fromPointer(schema?.$ref ?? "#/");
  if (components !== "components" || kind !== "schemas" || !name || deeper.length > 0) return inline;
  return `components["schemas"][${JSON.stringify(name)}]`;
}
