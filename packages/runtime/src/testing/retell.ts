import { membersAt } from "../member-at.ts";
import type { LongRunningDescription } from "../operation-description.ts";
import type { Telling } from "./compose-state.ts";
import { leaveOut, put } from "./put.ts";
import { sample } from "./sample.ts";
import { isRequired, listedValues, schemasAt } from "./schemas-at.ts";

/** A body's schema, and the marks in it. */
export interface Marked {
  readonly document: unknown;
  readonly schema: unknown;
  readonly lro: LongRunningDescription;
}

/** A body that told another state: its status changed, and with it what belongs to one state or the other. */
export function retell(marked: Marked, { state, value }: Telling, shown: unknown): unknown {
  const { lro } = marked;
  const isFailure = state === "failed" || state === "canceled";
  let body = put(shown, lro.status, value ?? usualValue(marked, state));
  if (lro.result)
    body = state === "succeeded" ? fill(marked, body, lro.result) : drop(marked, body, lro.result);
  if (lro.error && !isFailure) body = drop(marked, body, lro.error);
  if (lro.error && state === "failed") body = fill(marked, body, lro.error);
  const progress = USUAL_PROGRESS[state];
  const hasProgress = lro.progress !== undefined && membersAt(body, lro.progress.path).length > 0;
  return hasProgress && progress !== undefined ? putProgress(marked, body, progress) : body;
}

const USUAL_PROGRESS: Readonly<Record<string, number>> = { notStarted: 0, running: 50, succeeded: 100 };

/** A copy with how far it is: as a text where the service tells it so, with a sign if it does. */
export function putProgress({ document, schema, lro }: Marked, body: unknown, percent: number): unknown {
  const path = lro.progress?.path ?? [];
  const [shown] = membersAt(body, path);
  const isText = schemasAt(document, schema, path).some(({ type }) => type === "string");
  const unit = String(shown).endsWith("%") ? "%" : "";
  return put(body, path, isText ? `${percent}${unit}` : percent);
}

/** A copy with a value at a mark. */
export function putMark(body: unknown, path: readonly string[] | undefined, value: unknown): unknown {
  return path === undefined ? body : put(body, path, value);
}

/** The first value of a state that the document lists; others were seen, and are not documented. */
function usualValue({ document, schema, lro }: Marked, state: Telling["state"]): unknown {
  const { values } = listedValues(schemasAt(document, schema, lro.status));
  const all = lro.states[state] ?? [];
  return all.find((value) => values.includes(value)) ?? all[0];
}

function drop({ document, schema }: Marked, body: unknown, path: readonly string[]): unknown {
  return isRequired(document, schema, path) ? body : leaveOut(body, path);
}

function fill({ document, schema }: Marked, body: unknown, path: readonly string[]): unknown {
  if (membersAt(body, path).some((value) => value !== null)) return body;
  const [kind] = schemasAt(document, schema, path);
  return put(body, path, sample(document, kind));
}
