import type { SchemaObject } from "../spec/schema-object.ts";

/** The TypeScript type of a schema that says no more than `type`; of any other, its own name has to be asked for. */
export function plainType(schema: SchemaObject | undefined): string | undefined {
  if (!schema || hidden.some((keyword) => keyword in schema) || schema.format === "binary") return undefined;
  return typeof schema.type === "string" ? types[schema.type] : undefined;
}

const types: Readonly<Record<string, string>> = {
  boolean: "boolean",
  integer: "number",
  number: "number",
  string: "string",
};

/** What may leave less than the type, or more, as openapi-typescript has it. */
const hidden = ["$ref", "enum", "const", "oneOf", "anyOf", "allOf", "not", "nullable", "if"];
