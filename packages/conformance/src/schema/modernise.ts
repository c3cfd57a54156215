import type { JsonObject } from "../document/json.ts";
import { walkObjects } from "../document/walk-objects.ts";

const BOUNDS = [
  ["exclusiveMaximum", "maximum"],
  ["exclusiveMinimum", "minimum"],
] as const;

/**
 * Puts right, in a copy of a document, what is left of the schemas of OpenAPI 3.0: `nullable` without a type, which says
 * nothing (OAS 3.0.4 §4.8.24), and bounds that are exclusive by a boolean.
 */
export function modernise(root: JsonObject): void {
  walkObjects(root, (schema) => {
    if (schema.nullable !== undefined && schema.type === undefined) delete schema.nullable;
    for (const [exclusive, bound] of BOUNDS) {
      if (typeof schema[exclusive] !== "boolean") continue;
      const limit = schema[bound];
      if (schema[exclusive] && typeof limit === "number") {
        schema[exclusive] = limit;
        delete schema[bound];
      } else delete schema[exclusive];
    }
  });
}
