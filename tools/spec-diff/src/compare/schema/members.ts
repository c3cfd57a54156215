import type { RuleName } from "../../rules/index.ts";
import { type Findings, named } from "../finding.ts";
import { matchByKey } from "../match.ts";
import type { Pair, Site } from "../site.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import type { Shape } from "./shape.ts";

type Compare = (sites: Pair<readonly Site[]>, context: Context) => Findings;

/** The members of an object, its other members, and the items of a list. */
export function* compareMembers(pair: Pair<Shape>, context: Context, compare: Compare): Findings {
  const { before, after } = pair;
  const members = matchByKey(before.members, after.members);
  for (const { key, before: sites } of members.removed) {
    const rule = context.side === "sent" ? "member-removed" : "field-removed";
    yield { rule, at: last(sites, context), subject: named(key), before: schemaIn(sites) };
  }
  for (const { key, after: sites } of members.added) {
    const added = after.required.has(key) ? "required-member-added" : "member-added";
    const rule = context.side === "sent" ? added : "field-added";
    const felt = feltBy(rule, context);
    yield { rule, at: last(sites, context), subject: named(key), after: schemaIn(sites), ...felt };
  }
  for (const { key, ...sites } of members.both) {
    yield* compareRequired(key, pair, sites.after, context);
    yield* compare(sites, inner(context, sites));
  }
  if (before.items.length + after.items.length > 0) {
    const items = { before: before.items, after: after.items };
    yield* compare(items, inner(context, items));
  }
  yield* compareOthers(pair, context, compare);
}

function* compareRequired(
  key: string,
  { before, after }: Pair<Shape>,
  sites: readonly Site[],
  context: Context,
): Findings {
  const [was, is] = [before.required.has(key), after.required.has(key)];
  if (was === is) return;
  const rule = presence[context.side][is ? "required" : "optional"];
  const shown = { at: last(sites, context), subject: named(key), before: required(was), after: required(is) };
  yield { rule, ...shown, ...feltBy(rule, context) };
}

const presence = {
  sent: { required: "member-required", optional: "member-optional" },
  received: { required: "field-required", optional: "field-optional" },
} as const satisfies Record<Context["side"], Record<string, RuleName>>;

/** Of a body that can be left out, the compiler asks for nothing; whoever sends it is refused without the member. */
function feltBy(rule: RuleName, { isMissable }: Context): { felt?: "run" } {
  const isAsked = rule === "member-required" || rule === "required-member-added";
  return isAsked && isMissable ? { felt: "run" } : {};
}

function* compareOthers(pair: Pair<Shape>, context: Context, compare: Compare): Findings {
  const [was, is] = [pair.before.others, pair.after.others];
  const isObject = [pair.before, pair.after].every(({ types }) => types?.has("object"));
  if (!isObject || (was === is && typeof was === "string")) return;
  const at = siteOf(pair, context);
  const shown = { at, subject: subjectOf(at), before: isNone(was), after: isNone(is) };
  const isSent = context.side === "sent";
  if (is === "none") yield { rule: isSent ? "more-members-refused" : "more-fields-denied", ...shown };
  else if (was === "none") yield { rule: isSent ? "more-members-allowed" : "more-fields-allowed", ...shown };
  else {
    const others = { before: was === "unknown" ? [] : was, after: is === "unknown" ? [] : is };
    yield* compare(others, inner(context, others));
  }
}

function inner(context: Context, { before, after }: Pair<readonly Site[]>): Context {
  const at = { before: last(before, context), after: last(after.length > 0 ? after : before, context) };
  return { ...context, at, isMissable: false };
}

function last(sites: readonly Site[], context: Context): Site {
  return sites.at(-1) ?? context.at.after;
}

function schemaIn(sites: readonly Site[]): unknown {
  return sites.at(-1)?.value;
}

function required(is: boolean): string {
  return is ? "required" : "optional";
}

function isNone(others: Shape["others"]): string {
  return others === "none" ? "no other members" : "other members";
}
