import { memberAt } from "../member-at.ts";
import { type DocumentedAnswer, documentedAnswer, isNeeded, isSuccess } from "./documented-answer.ts";
import type { Mocked } from "./mocked.ts";
import { leaveOut, put } from "./put.ts";

/** A documented answer, and the body that it is given with. */
export interface Composed {
  readonly documented: DocumentedAnswer;
  /** `undefined` if none is documented. */
  readonly body: unknown;
}

/**
 * A documented answer: the example of that name, or the body with that error code, or the first example.
 *
 * @throws TypeError if there is none.
 */
export function composeAnswer(mocked: Mocked, status: number, name?: string | number): Composed {
  const documented = documentedAnswer(mocked, status);
  if (!documented) {
    const known = mocked.answers.map((answer) => answer.status);
    throw new TypeError(
      `${mocked.operation.id} documents no status ${status}. It documents ${known.join(", ")}. What else a request may meet with: html(502), reset(), hang().`,
    );
  }
  return { documented, body: bodyOf(mocked, documented, name) };
}

function bodyOf(mocked: Mocked, documented: DocumentedAnswer, name: string | number | undefined): unknown {
  const { examples = {}, sample, code } = documented;
  if (name !== undefined && Object.hasOwn(examples, name)) return examples[name];
  const shown = Object.values(examples);
  // Object keys that are whole numbers come first (ECMA-262 §10.1.11), so an error may be the first of a success.
  const [body] = [...shown.filter((one) => saysSuccess(mocked, one)), ...shown, sample];
  if (name === undefined) return body;

  const { values = [], isOpen = false } = code ?? {};
  const value = values.find((one) => String(one) === String(name)) ?? (isOpen ? name : undefined);
  if (code === undefined || value === undefined) throw unknownName(mocked, documented, name);
  return put(isSuccess(documented) ? withoutOutcome(mocked, documented, body) : body, code.at, value);
}

/** Whether a body under a success status says itself that it is a success. */
export function saysSuccess({ operation: { inBand } }: Mocked, body: unknown): boolean {
  if (!inBand) return true;
  const code = memberAt(body, inBand.code);
  return code === undefined || inBand.success.some((success) => String(success) === String(code));
}

/** An error under a success status brings no outcome with it. */
function withoutOutcome(
  { operation: { lro } }: Mocked,
  documented: DocumentedAnswer,
  body: unknown,
): unknown {
  const places = [lro?.status, lro?.result, lro?.error].flatMap((place) => (place ? [place] : []));
  const outer = places.map((place) => place.slice(0, 1)).filter((place) => !isNeeded(documented, place));
  return outer.reduce(leaveOut, body);
}

function unknownName(mocked: Mocked, documented: DocumentedAnswer, name: string | number): TypeError {
  const names = [...Object.keys(documented.examples ?? {}), ...(documented.code?.values ?? [])];
  const known =
    names.length > 0 ? `It has ${[...new Set(names.map(String))].join(", ")}.` : "It has no names.";
  return new TypeError(
    `${mocked.operation.id} ${documented.status} has no example or error code named ${JSON.stringify(name)}. ${known}`,
  );
}
