import type { Document, Operation } from "../document/document.ts";
import { documentedValues } from "../document/documented-values.ts";
import { successCodes } from "../document/error-code-place.ts";
import { findMarked, type MarkedPlace, valuesAtPlace } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { ERROR_CODE } from "../document/vocabulary.ts";
import { type Finding, fail, pass, show, vacuous } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The vendor's error code is the one that was asked for, and documented for this very status. */
export function checkErrorCode(subject: Subject): Finding[] {
  const { document, mediaType, body } = subject;
  if (!mediaType?.schema || body.kind !== "json") return [];
  const places = findMarked(document.root, mediaType.schema, ERROR_CODE);
  const codes = places.flatMap((place) =>
    valuesAtPlace(body.value, place.steps).map(([at, code]) => ({ ...judgeCode(subject, place, code), at })),
  );
  if (codes.length > 0 || places.length === 0) return codes;
  // A document may name more than one place; one of them must hold a code.
  return [vacuous(`an error code at ${places.map(({ steps }) => steps.join("/")).join(" or ")}`, "none")];
}

function judgeCode({ document, testCase, exchange }: Subject, place: MarkedPlace, code: Json): Finding {
  const success = successCodes(place.mark);
  const asked = testCase.code !== undefined ? [testCase.code] : success;
  if (asked && !asked.includes(code)) return fail(asked.map(show).join(" or "), show(code));
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
