import { membersAt } from "../member-at.ts";
import type { LongRunningDescription } from "../operation-description.ts";
import type { Telling } from "./compose-state.ts";
import { type DocumentedAnswer, isNeeded } from "./documented-answer.ts";
import { leaveOut, put } from "./put.ts";

/** The answer that a body is of, and the marks in it. */
export interface Marked {
  readonly documented: DocumentedAnswer;
  readonly lro: LongRunningDescription;
}

/** A body that told another state: its status changed, and with it what belongs to one state or the other. */
export function retell(marked: Marked, { state, value }: Telling, shown: unknown): unknown {
  const { documented, lro } = marked;
  const { tells } = documented;
  const isFailure = state === "failed" || state === "canceled";
  let body = put(shown, lro.status, value ?? usualValue(marked, state));
  if (lro.result)
    body = state === "succeeded" ? fill(body, lro.result, tells?.result) : drop(documented, body, lro.result);
  if (lro.error && !isFailure) body = drop(documented, body, lro.error);
  if (lro.error && state === "failed") body = fill(body, lro.error, tells?.error);
  const progress = USUAL_PROGRESS[state];
  const hasProgress = lro.progress !== undefined && membersAt(body, lro.progress.path).length > 0;
  return hasProgress && progress !== undefined ? putProgress(marked, body, progress) : body;
}

const USUAL_PROGRESS: Readonly<Record<string, number>> = { notStarted: 0, running: 50, succeeded: 100 };

/** A copy with how far it is: as a text where the service tells it so, with a sign if it does. */
export function putProgress({ documented, lro }: Marked, body: unknown, percent: number): unknown {
  const path = lro.progress?.path ?? [];
  const [shown] = membersAt(body, path);
  const isText = documented.tells?.isProgressText;
  const unit = String(shown).endsWith("%") ? "%" : "";
  return put(body, path, isText ? `${percent}${unit}` : percent);
}

/** A copy with a value at a mark. */
export function putMark(body: unknown, path: readonly string[] | undefined, value: unknown): unknown {
  return path === undefined ? body : put(body, path, value);
}

/** The first value of a state that the document lists; others were seen, and are not documented. */
function usualValue({ documented, lro }: Marked, state: Telling["state"]): unknown {
  const { values = [] } = documented.tells ?? {};
  const all = lro.states[state] ?? [];
  return all.find((value) => values.includes(value)) ?? all[0];
}

function drop(documented: DocumentedAnswer, body: unknown, path: readonly string[]): unknown {
  return isNeeded(documented, path) ? body : leaveOut(body, path);
}

function fill(body: unknown, path: readonly string[], made: unknown): unknown {
  return membersAt(body, path).some((value) => value !== null) ? body : put(body, path, made);
}
