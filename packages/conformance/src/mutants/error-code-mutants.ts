import { isSuccess } from "../document/documented-response.ts";
import { removeAt, replaceAt } from "../document/edit.ts";
import { errorCodePlace, successCodes } from "../document/error-code-place.ts";
import type { MarkedPlace } from "../document/find-marked.ts";
import type { Json, JsonObject } from "../document/json.ts";
import { below } from "../document/pointer.ts";
import {
  type AnswerMutant,
  asksForSuccess,
  bodyMutant,
  jsonBody,
  mediaTypeOf,
  type Situation,
} from "./mutant.ts";

/** Answers whose error code is not the documented one. */
export const errorCodeMutants: readonly AnswerMutant[] = [
  coded("code-unknown", () => "SomethingElseEntirely"),
  coded("code-other-case", (code) => (typeof code === "string" ? otherCase(code) : undefined)),
  coded("code-blank-around", (code) => `${String(code)} `),
  coded("code-empty", () => ""),
  coded("code-null", () => null),
  coded("code-wrong-type", (code) => (typeof code === "string" ? 40400 : String(code))),
  coded("code-object", () => ({ value: 1 })),
  bodyMutant("code-missing", "error-code", (body, situation) => {
    const place = codePlace(situation);
    return place && removeAt(body, at(place));
  }),
  coded("code-of-another-status", (_, situation) =>
    codeOf(caseThat(situation, (other) => !sameStatus(other, situation))),
  ),
  coded("code-of-same-status", (_, situation) =>
    codeOf(caseThat(situation, (other) => sameStatus(other, situation))),
  ),
  bodyMutant("code-body-of-another-status", "error-code", (_, situation) => {
    const place = codePlace(situation);
    const other = caseThat(situation, (candidate) => !sameStatus(candidate, situation));
    return place && other ? jsonBody(situation.answers.get(other) ?? { status: 0, headers: {} }) : undefined;
  }),
  bodyMutant("code-failure-as-success", "error-code", (body, situation) => {
    const place = codePlace(situation);
    const failing = [...situation.answers.keys()].find(
      ({ code, status }) => code !== undefined && isSuccess(status),
    );
    if (!place || !failing || !asksForSuccess(situation)) return undefined;
    return replaceAt(body, at(place), failing.code as Json);
  }),
  bodyMutant("code-success-as-failure", "error-code", (body, situation) => {
    const place = codePlace(situation);
    const [success] = (place && successCodes(place.mark)) ?? [];
    if (!place || success === undefined || asksForSuccess(situation)) return undefined;
    return replaceAt(body, at(place), success);
  }),
];

function coded(
  name: string,
  recode: (code: Json | undefined, situation: Situation) => Json | undefined,
): AnswerMutant {
  return bodyMutant(name, "error-code", (body: JsonObject, situation) => {
    const place = codePlace(situation);
    const code = place && recode(situation.testCase.code, situation);
    return place && code !== undefined ? replaceAt(body, at(place), code) : undefined;
  });
}

/** Where the code stands, in an answer that was asked for a code. */
function codePlace(situation: Situation): MarkedPlace | undefined {
  const schema = mediaTypeOf(situation)?.schema;
  const place = errorCodePlace(situation.document.root, schema, situation.testCase.code);
  const asked = situation.testCase.code !== undefined || (place && successCodes(place.mark));
  return asked ? place : undefined;
}

function at({ steps }: MarkedPlace): string {
  return below("#", ...steps);
}

type TestCase = Situation["testCase"];

function caseThat(
  { answers, testCase }: Situation,
  fits: (other: TestCase) => boolean,
): TestCase | undefined {
  if (testCase.code === undefined) return undefined;
  return [...answers.keys()].find(
    (other) => other.code !== undefined && other.code !== testCase.code && fits(other),
  );
}

function sameStatus(other: TestCase, { testCase }: Situation): boolean {
  return other.status === testCase.status;
}

function codeOf(testCase: TestCase | undefined): Json | undefined {
  return testCase?.code;
}

function otherCase(code: string): string | undefined {
  const other = code === code.toUpperCase() ? code.toLowerCase() : code.toUpperCase();
  return other === code ? undefined : other;
}
