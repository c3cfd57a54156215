import type { JsonObject } from "../document/json.ts";
import { walkObjects } from "../document/walk-objects.ts";

const BOUNDS = [
  ["exclusiveMaximum", "maximum"],
  ["exclusiveMinimum", "minimum"],
] as const;

/** What Ajv takes for the name of a keyword. */
const KEYWORD = /^[a-z_$][a-z0-9_$:-]*$/i;

/**
 * Puts right, in a copy of a document, what is left of the schemas of OpenAPI 3.0: `nullable` without a type, which says
 * nothing (OAS 3.0.4 §4.8.24), and bounds that are exclusive by a boolean. Extensions with a name that no keyword can
 * have, such as `x-acme/own`, are left out.
 */
export function modernise(root: JsonObject): void {
  walkObjects(root, (schema) => {
    for (const name of extensionsOf(schema)) if (!KEYWORD.test(name)) delete schema[name];
    if (schema.nullable !== undefined && schema.type === undefined) delete schema.nullable;
    for (const [exclusive, bound] of BOUNDS) setBound(schema, exclusive, bound);
  });
}

/** The names of a document's extensions that are left in then. */
export function extensions(root: JsonObject): string[] {
  const names = new Set<string>();
  walkObjects(root, (object) => {
    for (const name of extensionsOf(object)) if (KEYWORD.test(name)) names.add(name);
  });
  return [...names];
}

function extensionsOf(object: JsonObject): string[] {
  return Object.keys(object).filter((name) => name.startsWith("x-"));
}

function setBound(schema: JsonObject, exclusive: string, bound: string): void {
  if (typeof schema[exclusive] !== "boolean") return;
  const limit = schema[bound];
  if (schema[exclusive] && typeof limit === "number") {
    schema[exclusive] = limit;
    delete schema[bound];
  } else delete schema[exclusive];
}
