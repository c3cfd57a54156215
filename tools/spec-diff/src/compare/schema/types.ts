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
  const at = holderOf(after, "type") ?? siteOf(pair, context);
  const subject = subjectOf(at);
  const shown = { at, subject, before: printTypes(before), after: printTypes(after) };

  const gone = without(before.types, after.types);
  const come = without(after.types, before.types);
  if (before.types === undefined && after.types === undefined) return false;
  if (context.side === "sent") {
    if (before.types === undefined || gone.length > 0) yield { rule: "argument-narrowed", ...shown };
    else if (after.types === undefined || come.length > 0) yield { rule: "argument-widened", ...shown };
  } else if (before.types === undefined) {
    yield { rule: "field-type-known", ...shown };
  } else if (after.types === undefined || [...gone, ...come].some((type) => type !== "null")) {
    yield { rule: "field-type-changed", ...shown };
  } else {
    if (come.length > 0) yield { rule: "null-added", ...shown };
    // TypeScript lets anything be compared with null: to ask for it is no error.
    if (gone.length > 0) yield { rule: "null-removed", ...shown };
  }
  return ![...(before.types ?? [])].some((type) => type !== "null" && after.types?.has(type));
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
