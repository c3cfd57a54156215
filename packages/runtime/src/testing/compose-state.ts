import { membersAt } from "../member-at.ts";
import type { LongRunningDescription, OperationState } from "../operation-description.ts";
import { type Composed, saysSuccess } from "./compose-answer.ts";
import { type DocumentedAnswer, documentedSuccesses, isNeeded } from "./documented-answer.ts";
import type { Mocked } from "./mocked.ts";
import { leaveOut, put } from "./put.ts";
import { putMark, putProgress, retell } from "./retell.ts";

/** What is to be told of how something goes. */
export interface Telling {
  readonly state: OperationState;
  /** The vendor's own word for it. */
  readonly value?: unknown;
  /** In percent. */
  readonly progress?: number | undefined;
  readonly result?: unknown;
  readonly error?: unknown;
}

/**
 * A success that tells a state, in every item of a list: a documented example that does, or else one that is made to.
 * It is the only page, since an example's next one would be whatever is answered after it.
 *
 * @throws TypeError if the operation documents no such state, value or mark.
 */
export function composeState(mocked: Mocked, telling: Telling): Composed {
  const lro = checkTelling(mocked, telling);
  const base = statusExample(mocked, lro, telling);
  const marked = { documented: base.documented, lro };
  let body = tells(lro, telling, base.body) ? base.body : retell(marked, telling, base.body);
  if (telling.progress !== undefined) body = putProgress(marked, body, telling.progress);
  if (telling.result !== undefined) body = putMark(body, lro.result, telling.result);
  if (telling.error !== undefined) body = putMark(body, lro.error, telling.error);
  return { documented: base.documented, body: leaveOut(body, mocked.operation.paging?.next ?? []) };
}

/**
 * A success that no longer tells how it went.
 *
 * @throws TypeError if the operation is not documented to forget.
 */
export function composeExpired(mocked: Mocked): Composed {
  const { lro, id } = mocked.operation;
  if (!lro?.expires)
    throw new TypeError(`${id} is not documented to expire. What it does not know is often answers(404).`);
  const examples = successExamples(mocked);
  const shown = examples.find(({ body }) => membersAt(body, lro.status).length === 0);
  if (shown) return shown;
  const { documented, body } = statusExample(mocked, lro, {});
  // All that belongs to the operation is gone with it, as far as the answer can do without.
  const place = lro.status;
  const outer = place.slice(0, 1);
  return { documented, body: leaveOut(body, isNeeded(documented, outer) ? place : outer) };
}

/** The best to begin with: an example that tells just this, else one that tells any state, else a made-up body. */
function statusExample(mocked: Mocked, lro: LongRunningDescription, telling: Partial<Telling>): Composed {
  const examples = successExamples(mocked).filter(({ body }) => membersAt(body, lro.status).length > 0);
  const found = examples.find(({ body }) => tells(lro, telling, body)) ?? examples[0];
  if (found) return found;
  const [documented] = tellingAnswers(mocked);
  if (!documented) throw new TypeError(`No documented success of ${mocked.operation.id} tells a status.`);
  const { sample } = documented;
  const { inBand } = mocked.operation;
  return { documented, body: inBand ? put(sample, inBand.code, inBand.success[0]) : sample };
}

function successExamples(mocked: Mocked): Composed[] {
  return tellingAnswers(mocked)
    .flatMap((documented) => Object.values(documented.examples ?? {}).map((body) => ({ documented, body })))
    .filter(({ body }) => saysSuccess(mocked, body));
}

function tellingAnswers(mocked: Mocked): DocumentedAnswer[] {
  return documentedSuccesses(mocked).filter(({ tells }) => tells);
}

function tells(lro: LongRunningDescription, { state, value }: Partial<Telling>, body: unknown): boolean {
  const values: readonly unknown[] = value !== undefined ? [value] : state ? (lro.states[state] ?? []) : [];
  return membersAt(body, lro.status).every((told) => values.some((one) => String(one) === String(told)));
}

/** What tells of an operation how it goes. */
function checkTelling({ operation }: Mocked, telling: Telling): LongRunningDescription {
  const { id, lro } = operation;
  if (!lro) throw new TypeError(`${id} tells no status. Script what it documents: ${id}: answers(200).`);
  const values = lro.states[telling.state];
  if (!values) {
    const known = Object.keys(lro.states).join(", ");
    throw new TypeError(`${id} documents no status that means ${telling.state}. It documents ${known}.`);
  }
  if (telling.value !== undefined && !values.some((value) => value === telling.value)) {
    throw new TypeError(
      `${id}: the status ${String(telling.value)} does not mean ${telling.state}. These do: ${values.join(", ")}.`,
    );
  }
  const unmarked = (["progress", "result", "error"] as const).find(
    (mark) => telling[mark] !== undefined && lro[mark] === undefined,
  );
  if (unmarked)
    throw new TypeError(`The answers of ${id} have no ${unmarked}. Lay it over the body: { body }.`);
  return lro;
}
