import type { RuleName } from "../../rules/index.ts";
import type { Finding } from "../finding.ts";
import type { Pair } from "../site.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import { holderOf, type Shape } from "./shape.ts";

/**
 * The types of a value, as TypeScript has them: an integer is a number.
 *
 * @returns whether they have nothing in common, so that there is no sense in looking deeper
 */
export function* compareTypes(pair: Pair<Shape>, context: Context): Generator<Finding, boolean> {
  const { before, after } = pair;
  if (isToldByBranches(pair)) return false;
  if (before.types === undefined && after.types === undefined) return false;
  const at = holderOf(after, "type") ?? siteOf(pair, context);
  const shown = { at, subject: subjectOf(at), before: printTypes(before), after: printTypes(after) };
  for (const rule of context.side === "sent" ? rulesOfSent(pair) : rulesOfReceived(pair)) {
    yield { rule, ...shown };
  }
  return ![...(before.types ?? [])].some((type) => type !== "null" && after.types?.has(type));
}

function rulesOfSent({ before, after }: Pair<Shape>): RuleName[] {
  if (before.types === undefined || without(before.types, after.types).length > 0) {
    return ["argument-narrowed"];
  }
  const isWider = after.types === undefined || without(after.types, before.types).length > 0;
  return isWider ? ["argument-widened"] : [];
}

function rulesOfReceived({ before, after }: Pair<Shape>): RuleName[] {
  if (before.types === undefined) return ["field-type-known"];
  const gone = without(before.types, after.types);
  const come = without(after.types, before.types);
  const isOther = after.types === undefined || [...gone, ...come].some((type) => type !== "null");
  if (isOther) return ["field-type-changed"];
  // TypeScript lets anything be compared with null: to ask for it is no error.
  return [...come.map(() => "null-added" as const), ...gone.map(() => "null-removed" as const)];
}

/** Where branches have types, and nothing beside them has one, the branches were compared. */
function isToldByBranches({ before, after }: Pair<Shape>): boolean {
  return [before, after].every((shape) => shape.alternatives.length > 0 && !holderOf(shape, "type"));
}

function without(some: ReadonlySet<string> | undefined, others: ReadonlySet<string> | undefined): string[] {
  return some && others ? [...some].filter((type) => !others.has(type)) : [];
}

function printTypes({ types }: Shape): string {
  return types ? [...types].sort().join(" | ") : "unknown";
}
