import type { CheckName } from "../checks/finding.ts";
import { replaceAt } from "../document/edit.ts";
import { findMarked, valuesAtPlace } from "../document/find-marked.ts";
import type { Json } from "../document/json.ts";
import { regExp } from "../schema/reg-exp.ts";
import { hasChoiceFor } from "./has-choice-for.ts";
import { type AnswerMutant, jsonBody, mediaTypeOf, type Situation } from "./mutant.ts";

/** Answers in which one value is of another type, or outside of what is documented. */
export const valueMutants: readonly AnswerMutant[] = [
  valued("type-number-for-string", "type", "string", () => "12345"),
  valued("type-null-for-string", "type", "string", () => "null"),
  valued("type-boolean-for-string", "type", "string", () => "false"),
  valued("type-array-for-string", "type", "string", (text) => `[${text}]`),
  valued("type-object-for-string", "type", "string", (text) => `{"value":${text}}`),
  valued("type-string-for-integer", "type", "integer", (text) => JSON.stringify(text)),
  valued("type-fraction-for-integer", "type", "integer", () => "1.5"),
  valued("type-near-integer", "type", "integer", () => "2.00000000000000000001"),
  valued("type-null-for-integer", "type", "integer", () => "null"),
  valued("type-string-for-boolean", "type", "boolean", (text) => JSON.stringify(text)),
  valued("type-number-for-boolean", "type", "boolean", () => "0"),
  valued("type-null-for-boolean", "type", "boolean", () => "null"),
  valued("type-array-for-object", "type", "object", (text) => `[${text}]`, { nested: true }),
  valued("type-string-for-object", "type", "object", (text) => JSON.stringify(text), { nested: true }),
  valued("type-null-for-object", "type", "object", () => "null", { nested: true }),
  valued("type-object-for-array", "type", "array", () => "{}"),
  valued("type-null-for-array", "type", "array", () => "null"),
  valued("value-int32-overflow", "format", "int32", () => "2147483648"),
  valued("value-int32-underflow", "format", "int32", () => "-2147483649"),
  valued("value-int64-overflow", "format", "int64", () => "9223372036854775808"),
  valued("value-int64-underflow", "format", "int64", () => "-9223372036854775809"),
  valued("value-int64-huge", "format", "int64", () => "1e25"),
  valued("value-uuid-broken", "format", "uuid", () => '"f61d60d2-698a-46dc-a266"'),
  valued("value-uuid-urn", "format", "uuid", () => '"urn:uuid:f61d60d2-698a-46dc-a266-88df27644956"'),
  valued("value-date-time-local", "format", "date-time", () => '"2024-12-25 07:10:36"'),
  valued("value-date-time-impossible", "format", "date-time", () => '"2024-13-45T07:10:36Z"'),
  valued("value-date-time-epoch", "format", "date-time", () => "1735110636054"),
  valued("value-enum-stranger", "enum", undefined, () => '"stranger"'),
  valued("value-enum-other-case", "enum", undefined, otherCase),
  valued("value-enum-blank-around", "enum", undefined, (text) => text.replace(/"$/, ' "')),
  valued("value-pattern-broken", "pattern", undefined, (text, mark) =>
    regExp(String(mark), "u").test(ODD) ? text : JSON.stringify(ODD),
  ),
  valued("value-below-minimum", "minimum", undefined, (_, mark) => String(Number(mark) - 1)),
  valued("value-above-maximum", "maximum", undefined, (_, mark) => String(Number(mark) + 1)),
  valued("value-too-long", "maxLength", undefined, (_, mark) => JSON.stringify("x".repeat(Number(mark) + 1))),
  valued("status-value-stranger", "x-lro-status", undefined, () => '"STRANGER"', {
    breaks: "operation-status",
  }),
  valued("status-value-empty", "x-lro-status", undefined, () => '""', { breaks: "operation-status" }),
  valued("status-value-other-case", "x-lro-status", undefined, otherCase, { breaks: "operation-status" }),
  valued("status-value-joined", "x-lro-status", undefined, (text) => text.replace(/"$/, '\\n"'), {
    breaks: "operation-status",
  }),
  valued("status-value-number", "x-lro-status", undefined, () => "3", { breaks: "operation-status" }),
];

/** What hardly any pattern admits. */
const ODD = "1 \u0000 %";

interface Where {
  readonly breaks?: CheckName;
  /** Not the body itself. */
  readonly nested?: boolean;
}

/** Edits JSON text, so that numbers can be written which no double holds. */
function valued(
  name: string,
  keyword: string,
  mark: string | undefined,
  rewrite: (text: string, mark: Json) => string,
  { breaks = "response-schema", nested = false }: Where = {},
): AnswerMutant {
  return {
    side: "answer",
    name,
    breaks,
    mutate(answer, situation) {
      const body = jsonBody(answer);
      const found = body && firstPlace(body, situation, keyword, mark, nested);
      if (!found) return undefined;
      const placeholder = "\u0001here\u0001";
      const text = JSON.stringify(replaceAt(body, found.at, placeholder));
      const rewritten = rewrite(JSON.stringify(found.value), found.mark);
      const isSame = rewritten === JSON.stringify(found.value);
      const isFine = breaks === "response-schema" && hasChoiceFor(situation, found, JSON.parse(rewritten));
      if (isSame || isFine) return undefined;
      return { ...answer, body: text.replace(JSON.stringify(placeholder), () => rewritten) };
    },
  };
}

function firstPlace(
  body: Json,
  situation: Situation,
  keyword: string,
  mark: string | undefined,
  nested: boolean,
) {
  const schema = mediaTypeOf(situation)?.schema;
  const places = schema ? findMarked(situation.document.root, schema, keyword) : [];
  return places
    .filter((place) => mark === undefined || place.mark === mark)
    .filter(({ steps }) => !nested || steps.length > 0)
    .flatMap((place) => valuesAtPlace(body, place.steps).map(([at, value]) => ({ ...place, at, value })))[0];
}

/** Of a text; what is none has no case. */
function otherCase(text: string): string {
  const value: Json = JSON.parse(text);
  if (typeof value !== "string") return text;
  return JSON.stringify(value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase());
}
