import { isErrorCode, successCodes } from "../document/error-code-place.ts";
import { findMarked, valuesAtPlace } from "../document/find-marked.ts";
import type { Json, JsonObject } from "../document/json.ts";
import type { Pointer } from "../document/pointer.ts";
import { ERROR_CODE } from "../document/vocabulary.ts";

/**
 * Whether a body under the status of a success is one, by the code in it; a body without a code is one.
 *
 * @returns `undefined` where that is open to dispute: a code that is none, or is right but for its type
 */
export function saysSuccess(root: JsonObject, schema: Pointer, body: Json): boolean | undefined {
  for (const { mark, steps } of findMarked(root, schema, ERROR_CODE)) {
    const success = successCodes(mark);
    const [first] = success ? valuesAtPlace(body, steps) : [];
    if (!success || !first) continue;
    const [, code] = first;
    if (!isErrorCode(code) || code === "") return undefined;
    const exact = success.includes(code);
    const loose = success.map(String).includes(String(code));
    return exact === loose ? exact : undefined;
  }
  return true;
}
