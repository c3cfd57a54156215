import type { RuleName } from "../../rules/index.ts";
import type { Findings } from "../finding.ts";
import { isSame } from "../json.ts";
import { isProse, isSample } from "../rest.ts";
import { type Pair, placeIn } from "../site.ts";
import { constraintKeywords } from "./constraints.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import { holderOf, type Shape } from "./shape.ts";

/** What comparisons of their own look at. */
const judged = new Set([
  ...constraintKeywords,
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "const",
  "enum",
  "items",
  "oneOf",
  "properties",
  "required",
  "type",
  "x-flatten",
  "x-idempotency-token",
  "x-lro-error",
  "x-lro-error-code",
  "x-lro-expires",
  "x-lro-progress",
  "x-lro-result",
  "x-lro-status",
  "x-typed-value",
  "x-value-kind",
]);

/** Everything else that schemas say of one value: words, samples, defaults, and keywords that no rule knows. */
export function* compareWords(pair: Pair<Shape>, context: Context): Findings {
  const parts = [...pair.before.parts, ...pair.after.parts];
  for (const keyword of new Set(parts.flatMap(({ value }) => Object.keys(value)))) {
    const [before, after] = [all(pair.before, keyword), all(pair.after, keyword)];
    if (judged.has(keyword) || isSame(before, after)) continue;
    const holder = holderOf(pair.after, keyword) ?? siteOf(pair, context);
    const shown = { at: placeIn(holder, keyword), subject: subjectOf(holder) };
    yield { rule: ruleFor(keyword, context), ...shown, before: before[0], after: after[0] };
  }
}

function all({ parts }: Shape, keyword: string): unknown[] {
  const values = parts.flatMap(({ value }) => (value[keyword] === undefined ? [] : [value[keyword]]));
  return [...new Set(values)];
}

function ruleFor(keyword: string, { side }: Context): RuleName {
  if (keyword === "deprecated") return "deprecation-changed";
  if (keyword === "default") return side === "sent" ? "default-changed" : "prose-changed";
  if (isProse(keyword)) return "prose-changed";
  return isSample(keyword) ? "example-changed" : "keyword-changed";
}
