import type { Findings } from "../finding.ts";
import { isSame } from "../json.ts";
import { type Pair, placeIn } from "../site.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import { holderOf, keywordOf, type Shape } from "./shape.ts";

/** Which way a bound has to move for fewer values to fit; `any`: each other value is another set. */
const keywords = {
  maximum: "down",
  exclusiveMaximum: "down",
  maxLength: "down",
  maxItems: "down",
  maxProperties: "down",
  minimum: "up",
  exclusiveMinimum: "up",
  minLength: "up",
  minItems: "up",
  minProperties: "up",
  multipleOf: "any",
  pattern: "any",
  format: "any",
  uniqueItems: "any",
  contentMediaType: "any",
  contentEncoding: "any",
  readOnly: "any",
  writeOnly: "any",
} as const;

export const constraintKeywords: ReadonlySet<string> = new Set(Object.keys(keywords));

/** Bounds within one type: the compiler sees none of them, `validate` and the service do. */
export function* compareConstraints(pair: Pair<Shape>, context: Context): Findings {
  for (const [keyword, way] of Object.entries(keywords)) {
    const before = keywordOf(pair.before, keyword);
    const after = keywordOf(pair.after, keyword);
    if (isSame(before, after) || isSaidOtherwise(pair, keyword) || asksNothing(before, after)) continue;
    const holder = holderOf(pair.after, keyword) ?? siteOf(pair, context);
    const rule =
      context.side === "received"
        ? "field-constraint-changed"
        : isTighter(way, before, after)
          ? "argument-constrained"
          : "argument-relaxed";
    const subject = `${subjectOf(holder)} (${keyword})`;
    yield { rule, at: placeIn(holder, keyword), subject, before, after };
  }
  yield* compareWholeNumbers(pair, context);
}

/** To TypeScript, an integer is a number. */
function* compareWholeNumbers(pair: Pair<Shape>, context: Context): Findings {
  const [was, is] = [isWhole(pair.before), isWhole(pair.after)];
  if (was === is || !pair.before.types?.has("number") || !pair.after.types?.has("number")) return;
  const at = holderOf(pair.after, "type") ?? siteOf(pair, context);
  const sent = is ? "argument-constrained" : "argument-relaxed";
  const rule = context.side === "sent" ? sent : "field-constraint-changed";
  yield { rule, at, subject: subjectOf(at), before: printWhole(was), after: printWhole(is) };
}

function isTighter(way: "down" | "up" | "any", before: unknown, after: unknown): boolean {
  if (after === undefined || before === undefined) return before === undefined;
  if (way === "any") return true;
  return way === "down" ? Number(after) < Number(before) : Number(after) > Number(before);
}

/** Bytes are a type of their own, and JSON in the text of an outcome is for the marks to tell. */
function isSaidOtherwise({ before, after }: Pair<Shape>, keyword: string): boolean {
  if (keyword === "format") return [before, after].some(({ types }) => types?.has("Blob"));
  if (keyword === "contentMediaType") return isOutcome(before) || isOutcome(after);
  return false;
}

/** `format: password` hides what is typed, and asks nothing of it. */
function asksNothing(...formats: unknown[]): boolean {
  return formats.every((format) => format === undefined || format === "password");
}

/** Whether `settle` hands a value over as the result or the reason of what was waited for. */
export function isOutcome(shape: Shape): boolean {
  return ["x-lro-result", "x-lro-error"].some((mark) => holderOf(shape, mark) !== undefined);
}

function isWhole(shape: Shape): boolean {
  return [keywordOf(shape, "type")].flat().includes("integer");
}

function printWhole(is: boolean): string {
  return is ? "integer" : "number";
}
