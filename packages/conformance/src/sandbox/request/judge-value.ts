import type { Json, JsonObject } from "../../document/json.ts";
import type { Pointer } from "../../document/pointer.ts";
import { type Explanation, explainErrors } from "../../schema/explain-errors.ts";
import type { SchemaError, Validators } from "../../schema/run-validators.ts";

const NOTHING: readonly Explanation[] = [];
/** How many mistakes in one value are told. A long list may have as many as it has items. */
const LIMIT = 20;

/**
 * What a schema says against a value.
 *
 * @param shown what is shown of the value: the same, without its secrets
 * @param matters which errors count; all, by default
 */
export function judgeValue(
  { root, validators }: { readonly root: JsonObject; readonly validators: Validators },
  schema: Pointer | undefined,
  value: Json,
  shown: (value: Json) => Json,
  matters: (error: SchemaError) => boolean = () => true,
): readonly Explanation[] {
  const validate = schema === undefined ? undefined : validators.get(schema);
  if (!validate || validate(value)) return NOTHING;
  const errors = (validate.errors ?? []).filter(matters).slice(0, LIMIT);
  return errors.length === 0 ? [] : explainErrors(root, schema, shown(value), errors);
}
