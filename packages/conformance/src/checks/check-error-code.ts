import type { Document, Operation } from "../document/document.ts";
import { documentedValues } from "../document/documented-values.ts";
import { successCodes } from "../document/error-code-place.ts";
import { findMarked, type MarkedPlace, valuesAtPlace } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import { ERROR_CODE } from "../document/vocabulary.ts";
import { type Finding, fail, pass, show, vacuous } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The vendor's error code is the one that was asked for, and documented for this very status. */
export function checkErrorCode(subject: Subject): Finding[] {
  const { document, mediaType, body } = subject;
  if (!mediaType?.schema || body.kind !== "json") return [];
  const { value } = body;
  const places = findMarked(document.root, mediaType.schema, ERROR_CODE);
  const holding = places.filter(({ steps }) => valuesAtPlace(value, steps).length > 0);
  // Of several places, the one that documents the code is asked for it; the others have codes of their own.
  const homes = holding.filter((place) => documents(subject, place));
  const codes = holding.flatMap((place) => {
    const isAsked = homes.length === 0 || homes.includes(place);
    const judge = (code: Json) => judgeCode(subject, place, code, isAsked);
    return valuesAtPlace(value, place.steps).map(([at, code]) => ({ ...judge(code), at }));
  });
  if (codes.length > 0 || places.length === 0) return codes;
  // A document may name more than one place; one of them must hold a code.
  return [vacuous(`an error code at ${places.map(({ steps }) => steps.join("/")).join(" or ")}`, "none")];
}

/** Whether a place documents the code that was asked for. */
function documents({ document, testCase: { code } }: Subject, { schema }: MarkedPlace): boolean {
  return code !== undefined && documentedValues(document.root, schema).values.includes(code);
}

function judgeCode(
  { document, testCase, exchange }: Subject,
  place: MarkedPlace,
  code: Json,
  isAsked: boolean,
): Finding {
  const asked = testCase.code !== undefined ? [testCase.code] : successCodes(place.mark);
  if (isAsked && asked && !asked.includes(code)) return fail(asked.map(show).join(" or "), show(code));
  const { values, open } = documentedValues(document.root, place.schema);
  if (values.includes(code)) return pass(show(code));
  const expected = values.length > 0 ? `one of ${values.map(show).join(", ")}` : "an error code";
  if (code === null || code === "" || !isKin(code, values)) return fail(expected, show(code));
  if (!open) return fail(expected, show(code));
  const elsewhere = statusesOf(document, testCase.operation, code).filter(
    (s) => s !== String(exchange.response?.status),
  );
  if (elsewhere.length > 0)
    return fail(expected, `${show(code)}, which is documented for ${elsewhere.join(", ")}`);
  if (values.length === 0) return pass(expected, show(code));
  // What the document shows, though it is on no list.
  const { examples } = objectAt(document.root, place.schema);
  if (Array.isArray(examples) && examples.includes(code)) return pass(show(code));
  return vacuous(`${expected} (the list is open)`, `${show(code)}, which is not documented`);
}

/** The statuses for which an operation documents a code. */
function statusesOf({ root }: Document, operation: Operation, code: Json): string[] {
  return Object.values(operation.responses)
    .filter(({ content }) =>
      content.some(({ schema }) =>
        (schema ? findMarked(root, schema, ERROR_CODE) : []).some((place) =>
          documentedValues(root, place.schema).values.includes(code),
        ),
      ),
    )
    .map(({ status }) => status);
}

/** Whether a code is of the type that the documented ones are of; with none documented, of any that codes are of. */
function isKin(code: Json, values: readonly Json[]): boolean {
  const types = values.length > 0 ? values.map((value) => typeof value) : ["string", "number"];
  return types.includes(typeof code);
}
