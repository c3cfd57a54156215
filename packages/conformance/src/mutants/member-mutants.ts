import { sampleCoverage } from "../checks/sample-coverage.ts";
import { schemasAt } from "../document/branches.ts";
import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import { removeAt, replaceAt } from "../document/edit.ts";
import { findMarked, valuesAtPlace } from "../document/find-marked.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { below } from "../document/pointer.ts";
import {
  type AnswerMutant,
  asksForSuccess,
  bodyMutant,
  jsonBody,
  mediaTypeOf,
  type Situation,
  strangeBodyMutant,
} from "./mutant.ts";
import { shapeAdmits } from "./shape-admits.ts";

const ENVELOPE = { error: { code: "Broken", message: "It did not work." } };

/** Answers with members that are missing, strange, or wrapped in something else. */
export const memberMutants: readonly AnswerMutant[] = [
  bodyMutant("members-none", "response-schema", (_, situation) => onSuccess(situation, {})),
  bodyMutant("members-optional-gone", "response-schema", (body, situation) => {
    const required = requiredMembers(situation);
    const kept = Object.fromEntries(Object.entries(body).filter(([name]) => required.includes(name)));
    return isLittle(body, kept) ? onSuccess(situation, kept) : undefined;
  }),
  bodyMutant("members-most-gone", "response-schema", (body, situation) => {
    const single = Object.entries(body).map((member) => Object.fromEntries([member]));
    const left = single.find((one) => isLittle(body, one));
    return left && onSuccess(situation, left);
  }),
  strangeBodyMutant("members-required-gone", (body, situation) => {
    const [required] = requiredMembers(situation);
    return required === undefined ? undefined : removeAt(body, below("#", required));
  }),
  bodyMutant("members-error-envelope-as-success", "response-schema", (_, situation) =>
    onSuccess(situation, ENVELOPE),
  ),
  bodyMutant("members-documented-error-as-success", "response-schema", (_, situation) => {
    const { answers } = situation;
    const failed = [...answers].find(([{ code }, { status }]) => !isSuccess(status) && code !== undefined);
    return onSuccess(situation, failed && jsonBody(failed[1]));
  }),
  strangeBodyMutant("members-wrapped", (body) => ({ wrapped: body })),
  strangeBodyMutant("members-in-array", (body) => [body]),
  strangeBodyMutant("members-null", () => null),
  strangeBodyMutant("members-scalar", () => 42),
  strangeBodyMutant("members-stranger", (body) => ({ ...body, stranger: 1 })),
  strangeBodyMutant("members-stranger-null", (body) => ({ ...body, stranger: null })),
  strangeBodyMutant("members-stranger-constructor", (body) => replaceAt(body, "#/constructor", "x")),
  strangeBodyMutant("members-stranger-proto", (body) => replaceAt(body, "#/__proto__", { x: 1 })),
  bodyMutant("members-stranger-nested", "response-schema", (body, situation) => {
    const [place] = nestedObjects(body, situation);
    return place === undefined ? undefined : replaceAt(body, below(place, "stranger"), 1);
  }),
  strangeBodyMutant("members-other-case", (body) => {
    const [name, ...others] = Object.keys(body);
    if (name === undefined) return undefined;
    const renamed = name[0] === name[0]?.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    return {
      [renamed]: body[name] ?? null,
      ...Object.fromEntries(others.map((other) => [other, body[other] ?? null])),
    };
  }),
];

/** Whether so few members are left that a body proves nothing. With more left, fewer is no deviation. */
function isLittle(body: JsonObject, left: JsonObject): boolean {
  const { shown, documented } = sampleCoverage(body, left);
  return shown * 2 < documented;
}

function onSuccess(situation: Situation, body: JsonObject | undefined): JsonObject | undefined {
  if (!asksForSuccess(situation) || body === undefined) return undefined;
  const { schema, examples = [] } = mediaTypeOf(situation) ?? {};
  // Where a schema admits it, all that is documented is what the examples show.
  const isAdmitted = shapeAdmits(situation.document, schema, body);
  return examples.some(({ value }) => !isAdmitted || !isEmpty(value)) ? body : undefined;
}

function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function requiredMembers({ document, testCase }: Situation): string[] {
  const schema = documentedResponse(testCase.operation, testCase.status)?.content[0]?.schema;
  const places = schema ? findMarked(document.root, schema, "required") : [];
  const place = places.find(({ steps }) => steps.length === 0);
  return Array.isArray(place?.mark) ? place.mark.map(String) : [];
}

/** The objects below the root whose members are documented, and that plainly admit no others, whatever part of their schema. */
function nestedObjects(body: JsonObject, situation: Situation): string[] {
  const { document } = situation;
  const schema = mediaTypeOf(situation)?.schema;
  const places = schema ? findMarked(document.root, schema, "properties") : [];
  return places
    .filter(({ steps }) => steps.length > 0)
    .flatMap(({ steps }) => {
      const whole = schemasAt(document.root, schema ?? "#", steps);
      const isOpen = (value: JsonObject) =>
        whole.some((one) => shapeAdmits(document, one, { ...value, stranger: 1 }));
      return valuesAtPlace(body, steps)
        .filter(([, value]) => isObject(value) && !isOpen(value))
        .map(([at]) => at);
    });
}
