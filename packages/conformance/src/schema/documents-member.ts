import { schemasAt } from "../document/branches.ts";
import type { JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { memberSchema } from "./coerce.ts";

/**
 * Whether a schema documents a member of the object at some place of the instance, in any of its branches.
 *
 * @param steps the way to the object, from the body's root
 */
export function documentsMember(
  root: JsonObject,
  schema: Pointer,
  steps: readonly string[],
  member: string,
): boolean {
  const schemas = schemasAt(root, schema, steps);
  return schemas.some((one) => memberSchema(root, one, member) !== undefined);
}
