import { describeService } from "codegen/src/describe/service.ts";
import { toPointer } from "codegen/src/spec/json-pointer.ts";
import type { Spec } from "codegen/src/spec/load-spec.ts";
import { listErrata } from "codegen/src/spec/overlay.ts";
import type { Edition } from "../load/edition.ts";
import { rules } from "../rules/index.ts";
import type { Level } from "../rules/rule.ts";
import type { Change } from "./change.ts";
import { compareDocument } from "./document.ts";
import { type Finding, named } from "./finding.ts";
import { canonical } from "./json.ts";
import { matchByKey } from "./match.ts";
import { compareOperations } from "./operations.ts";
import { type Pair, placeIn, rootOf } from "./site.ts";

/**
 * What changed between two versions of a spec, the gravest first.
 *
 * Types are made from what was observed, so that comparison judges. What only the documentation's own comparison
 * shows was in the overlay already: no type follows from it.
 *
 * @throws SpecError if no client can be made of one of the two
 */
export function compareEditions(pair: Pair<Edition>): Change[] {
  const observed = compareSpecs(pair.before.observed, pair.after.observed);
  // Without an overlay, what is observed is what is documented.
  const isOverlaid = [pair.before, pair.after].some(({ overlay }) => overlay);
  const documented = isOverlaid ? compareSpecs(pair.before.documented, pair.after.documented) : observed;
  const changes = [
    ...[...observed].map(([key, change]) =>
      documented.has(key) ? change : { ...change, seen: "observed" as const },
    ),
    ...[...documented].flatMap(([key, change]) => (observed.has(key) ? [] : [caughtUp(change)])),
    ...[...compareErrata(pair)].map((finding) => judge(finding)),
  ];
  return changes.sort(byGravity);
}

function caughtUp(change: Change): Change {
  return {
    ...change,
    level: "patch",
    breaks: "nobody",
    felt: "nowhere",
    teaches: "The documentation says now what was observed before: the types had it already.",
    seen: "documentation only",
  };
}

/** A change that several operations meet, in what they share, is one change. */
function compareSpecs(before: Spec, after: Spec): Map<string, Change> {
  const services = { before: describeService("provider", before), after: describeService("provider", after) };
  const changes = new Map<string, Change>();
  for (const finding of [...compareDocument(services), ...compareOperations(services)]) {
    const operations = "operation" in finding ? [String(finding.operation)] : [];
    const change = judge(finding);
    const key = canonical([change.rule, change.pointer, finding.subject]);
    const met = changes.get(key)?.operations ?? [];
    changes.set(key, { ...change, operations: [...new Set([...met, ...operations])] });
  }
  return changes;
}

function judge({ rule, at, subject, before, after, ...finding }: Finding): Change {
  const { level, breaks, says, teaches } = rules[rule];
  return {
    rule,
    level,
    breaks,
    felt: finding.felt ?? rules[rule].felt,
    pointer: toPointer(at.place),
    before,
    after,
    says: `${subject} ${says}`,
    teaches,
    operations: [],
    seen: "documented",
  };
}

function* compareErrata({ before, after }: Pair<Edition>): Generator<Finding> {
  const evidence = ({ overlay }: Edition) =>
    new Map(listErrata(overlay).map((erratum) => [erratum.name, erratum.evidence]));
  const { both, removed, added } = matchByKey(evidence(before), evidence(after));
  const at = placeIn(rootOf(after.observed), "actions");
  const changed = [...removed, ...added, ...both.filter((pair) => pair.before !== pair.after)];
  for (const { key, ...texts } of changed)
    yield { rule: "erratum-changed", at, subject: named(key), ...texts };
}

const gravity: Readonly<Record<Level, number>> = { major: 0, minor: 1, patch: 2 };

function byGravity(a: Change, b: Change): number {
  return (
    gravity[a.level] - gravity[b.level] || compareText(a.pointer, b.pointer) || compareText(a.says, b.says)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
