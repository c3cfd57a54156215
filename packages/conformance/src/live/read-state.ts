import type { Document, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import { findMarked, valuesAtPlace } from "../document/find-marked.ts";
import { isObject, type Json } from "../document/json.ts";
import { CANONICAL_STATES, type CanonicalState, STATUS } from "../document/vocabulary.ts";
import type { Values } from "../sandbox/world/links.ts";

/** How something stands, by an answer. */
export interface State {
  /** In the words of the vendor; absent where the answer has none. */
  readonly value?: Json;
  readonly state: CanonicalState;
}

const FINAL: readonly CanonicalState[] = ["succeeded", "failed", "canceled"];

/** Whether nothing moves any more. */
export function isFinal({ state }: State): boolean {
  return FINAL.includes(state);
}

/**
 * How something stands, by the outermost status of an answer (`x-lro-status`).
 *
 * @param values those of what was started, where its link names them (`x-lro-values`)
 */
export function readState(
  { root }: Document,
  operation: Operation,
  status: number,
  body: Json | undefined,
  values?: Values,
): State {
  const schema = documentedResponse(operation, status)?.content[0]?.schema;
  if (schema === undefined || body === undefined) return { state: "unknown" };
  for (const { steps, mark } of findMarked(root, schema, STATUS)) {
    const [found] = valuesAtPlace(body, steps);
    if (!found || !isObject(mark)) continue;
    const [, value] = found;
    const known = values ?? mark;
    const state = CANONICAL_STATES.find((one) =>
      [known[one]].flat().some((word) => word !== undefined && word === value),
    );
    return { value, state: state ?? "unknown" };
  }
  return { state: "unknown" };
}
