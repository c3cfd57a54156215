import { isJson } from "codegen/src/describe/media-type.ts";
import type { RuleName } from "../../rules/index.ts";
import { type Findings, named } from "../finding.ts";
import { bagOf, canonical, isBag, isSame, listOf } from "../json.ts";
import type { Pair, Site } from "../site.ts";
import { isOutcome } from "./constraints.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import { holderOf, keywordOf, type Shape } from "./shape.ts";

/** What our own keywords on a schema say, as far as no look at the whole operation is needed. */
export function* compareMarks(pair: Pair<Shape>, context: Context): Findings {
  if (context.side === "received") {
    yield* compareStates(pair, context);
    yield* compareErrorCode(pair, context);
    yield* compareJsonText(pair, context);
    yield* compareMark(pair, context, "x-lro-expires", () => "expiry-changed");
  } else {
    yield* compareMark(pair, context, "x-flatten", () => "serialization-changed");
  }
  for (const keyword of ["x-typed-value", "x-value-kind"]) {
    yield* compareMark(pair, context, keyword, (before) =>
      before === undefined ? "typed-value-added" : "typed-value-changed",
    );
  }
}

function* compareStates(pair: Pair<Shape>, context: Context): Findings {
  const [was, is] = [statesOf(pair.before), statesOf(pair.after)];
  const at = holderOf(pair.after, "x-lro-status") ?? siteOf(pair, context);
  if (was && is) return yield* compareMeanings(pair, at, was, is);
  if (was) yield { rule: "state-removed", at, subject: subjectOf(at), before: Object.fromEntries(was) };
  if (is) yield { rule: "state-added", at, subject: subjectOf(at), after: Object.fromEntries(is) };
}

/** By value, the state that it means. */
type States = ReadonlyMap<string, string>;

function* compareMeanings(pair: Pair<Shape>, at: Site, was: States, is: States): Findings {
  for (const value of new Set([...was.keys(), ...is.keys()])) {
    const [before, after] = [was.get(value), is.get(value)];
    if (before === after) continue;
    // A value that comes, or goes for good, is told of as a value.
    if (before === undefined && !lists(pair.before, value)) continue;
    if (after === undefined && pair.after.listed?.open === false && !lists(pair.after, value)) continue;
    const subject = `${named(JSON.parse(value))} of ${subjectOf(at)}`;
    yield { rule: meaningRule(before, after), at, subject, before, after };
  }
}

function meaningRule(before: string | undefined, after: string | undefined): RuleName {
  if (before === undefined) return "state-added";
  return after === undefined ? "state-removed" : "state-changed";
}

function statesOf(shape: Shape): States | undefined {
  const buckets = keywordOf(shape, "x-lro-status");
  if (buckets === undefined) return undefined;
  return new Map(
    Object.entries(bagOf(buckets)).flatMap(([state, values]) =>
      listOf(values).map((value): [string, string] => [canonical(value), state]),
    ),
  );
}

function lists({ listed }: Shape, value: string): boolean {
  return listed?.values.some((other) => canonical(other) === value) ?? false;
}

function* compareErrorCode(pair: Pair<Shape>, context: Context): Findings {
  yield* compareMark(pair, context, "x-lro-error-code", (before, after) => {
    if (isBag(before) && isBag(after)) return "success-code-changed";
    if (isBag(before) || isBag(after)) return "in-band-changed";
    return before === undefined ? "error-code-added" : "error-code-removed";
  });
}

function* compareJsonText(pair: Pair<Shape>, context: Context): Findings {
  if (!isOutcome(pair.before) || !isOutcome(pair.after)) return;
  const [before, after] = [
    keywordOf(pair.before, "contentMediaType"),
    keywordOf(pair.after, "contentMediaType"),
  ];
  if (isJson(String(before ?? "")) === isJson(String(after ?? ""))) return;
  const at = holderOf(pair.after, "contentMediaType") ?? siteOf(pair, context);
  yield { rule: "json-text-changed", at, subject: subjectOf(at), before, after };
}

type Choose = (before: unknown, after: unknown) => RuleName;

function* compareMark(pair: Pair<Shape>, context: Context, keyword: string, choose: Choose): Findings {
  const [before, after] = [keywordOf(pair.before, keyword), keywordOf(pair.after, keyword)];
  if (isSame(before, after)) return;
  const at = holderOf(pair.after, keyword) ?? siteOf(pair, context);
  yield { rule: choose(before, after), at, subject: subjectOf(at), before, after };
}
