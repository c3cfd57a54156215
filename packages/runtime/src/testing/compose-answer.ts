import { isJson } from "../media-type.ts";
import { memberAt } from "../member-at.ts";
import { type DocumentedAnswer, documentedAnswer, documentedAnswers } from "./documented-answer.ts";
import type { Mocked } from "./mocked.ts";
import { leaveOut, put } from "./put.ts";
import { sample } from "./sample.ts";
import { isRequired, listedValues, schemasAt } from "./schemas-at.ts";

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
    const known = documentedAnswers(mocked).map((answer) => answer.status);
    throw new TypeError(
      `${mocked.operation.id} documents no status ${status}. It documents ${known.join(", ")}. What else a request may meet with: html(502), reset(), hang().`,
    );
  }
  return { documented, body: bodyOf(mocked, documented, name) };
}

function bodyOf(mocked: Mocked, documented: DocumentedAnswer, name: string | number | undefined): unknown {
  const { examples, mediaType = "", schema = { type: isJson(mediaType) ? "object" : "string" } } = documented;
  const named = examples.find(([known]) => known === String(name));
  if (named) return named[1];
  const base = firstSuccess(mocked, examples) ?? examples[0];
  const body = mediaType === "" ? undefined : base ? base[1] : sample(mocked.document, schema);
  if (name === undefined) return body;

  const place = codePlace(mocked, documented);
  const { values, isOpen } = codesOf(mocked, documented);
  const code = values.find((value) => String(value) === String(name)) ?? (isOpen ? name : undefined);
  if (place === undefined || code === undefined) throw unknownName(mocked, documented, name);
  return put(isSuccess(documented) ? withoutOutcome(mocked, documented, body) : body, place, code);
}

/** The error codes that are documented under a status. */
export function codesOf(
  mocked: Mocked,
  documented: DocumentedAnswer,
): { values: unknown[]; isOpen: boolean } {
  const place = codePlace(mocked, documented);
  if (place === undefined) return { values: [], isOpen: false };
  return listedValues(schemasAt(mocked.document, documented.schema, place));
}

/** Whether a body under a success status says itself that it is a success. */
export function saysSuccess({ operation: { inBand } }: Mocked, body: unknown): boolean {
  if (!inBand) return true;
  const code = memberAt(body, inBand.code);
  return code === undefined || inBand.success.some((success) => String(success) === String(code));
}

/** Object keys that are whole numbers come first (ECMA-262 §10.1.11), so an error may be the first of a success. */
function firstSuccess(mocked: Mocked, examples: DocumentedAnswer["examples"]) {
  return examples.find(([, body]) => saysSuccess(mocked, body));
}

/** Where bodies of a status have their error code: of several places, one that lists codes. */
function codePlace(mocked: Mocked, documented: DocumentedAnswer): readonly string[] | undefined {
  const { inBand } = mocked.operation;
  const errorPlaces = (mocked.service.errorCodes ?? []).flatMap(({ path }) => (path ? [path] : []));
  const paths = isSuccess(documented) ? (inBand ? [inBand.code] : []) : errorPlaces;
  const schemas = (path: readonly string[]) => schemasAt(mocked.document, documented.schema, path);
  const places = paths.filter((path) => schemas(path).length > 0);
  return places.find((path) => listedValues(schemas(path)).values.length > 0) ?? places[0];
}

/** An error under a success status brings no outcome with it. */
function withoutOutcome(
  { operation: { lro }, document }: Mocked,
  { schema }: DocumentedAnswer,
  body: unknown,
): unknown {
  const places = [lro?.status, lro?.result, lro?.error].flatMap((place) => (place ? [place] : []));
  const outer = places
    .map((place) => place.slice(0, 1))
    .filter((place) => !isRequired(document, schema, place));
  return outer.reduce(leaveOut, body);
}

function isSuccess({ status }: DocumentedAnswer): boolean {
  return status.startsWith("2");
}

function unknownName(mocked: Mocked, documented: DocumentedAnswer, name: string | number): TypeError {
  const names = [...documented.examples.map(([known]) => known), ...codesOf(mocked, documented).values];
  const known =
    names.length > 0 ? `It has ${[...new Set(names.map(String))].join(", ")}.` : "It has no names.";
  return new TypeError(
    `${mocked.operation.id} ${documented.status} has no example or error code named ${JSON.stringify(name)}. ${known}`,
  );
}
