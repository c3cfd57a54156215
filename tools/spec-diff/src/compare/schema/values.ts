import type { RuleName } from "../../rules/index.ts";
import { type Finding, type Findings, named } from "../finding.ts";
import { canonical } from "../json.ts";
import type { Pair } from "../site.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import type { Listed, Shape } from "./shape.ts";

const rules = {
  sent: {
    opened: "argument-opened",
    closed: "argument-closed",
    added: "argument-value-added",
    removed: "argument-value-removed",
  },
  received: { opened: "list-opened", closed: "list-closed", added: "value-added", removed: "value-removed" },
} as const satisfies Record<Context["side"], Record<string, RuleName>>;

/**
 * The values that a schema lists. A closed list is a union: TypeScript knows each of its values. In an open one,
 * `"A" | (string & {})`, they are proposals, and a list of which nothing is known is an open one.
 */
export function* compareValues(pair: Pair<Shape>, context: Context): Findings {
  const { before, after } = pair;
  if (!before.listed && !after.listed) return;
  const rule = rules[context.side];
  const [was, is] = [before.listed ?? unlisted, after.listed ?? unlisted];
  const at = after.listed?.at ?? siteOf(pair, context);
  const whole = { at, subject: subjectOf(at), before: before.listed?.values, after: after.listed?.values };

  if (was.open && !is.open) yield { rule: rule.closed, ...whole };
  else if (!was.open && is.open) yield { rule: rule.opened, ...whole };
  if (!was.open && !is.open) {
    yield* singly(pair, at, { added: rule.added, removed: rule.removed });
  } else if (is.open) {
    yield* singly(pair, at, { added: "known-value-added", removed: "known-value-removed" });
  }
}

const unlisted: Pick<Listed, "values" | "open"> = { values: [], open: true };

function* singly(
  { before, after }: Pair<Shape>,
  at: Finding["at"],
  rule: { added: RuleName; removed: RuleName },
): Findings {
  const [was, is] = [before.listed?.values ?? [], after.listed?.values ?? []];
  for (const value of missingIn(is, was)) {
    const subject = `${named(value)} of ${subjectOf(at)}`;
    yield { rule: rule.removed, at: before.listed?.at ?? at, subject, before: value };
  }
  for (const value of missingIn(was, is)) {
    yield { rule: rule.added, at, subject: `${named(value)} of ${subjectOf(at)}`, after: value };
  }
}

function missingIn(values: readonly unknown[], wanted: readonly unknown[]): unknown[] {
  const known = new Set(values.map(canonical));
  return wanted.filter((value) => !known.has(canonical(value)));
}
