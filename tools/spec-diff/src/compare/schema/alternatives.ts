import type { RuleName } from "../../rules/index.ts";
import type { Finding, Findings } from "../finding.ts";
import type { Pair, Site } from "../site.ts";
import { type Context, siteOf, subjectOf } from "./context.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Shape, shapeOf } from "./shape.ts";

/**
 * The branches of `oneOf` and `anyOf`, matched by what they are, then by their names. A schema without branches is
 * the one branch of itself.
 *
 * @returns whether only one of the two has branches, so that all is said
 */
export function* compareAlternatives(
  pair: Pair<Shape>,
  context: Context,
  compare: (sites: Pair<readonly Site[]>, context: Context) => Findings,
): Generator<Finding, boolean> {
  const { before, after } = pair;
  if (before.alternatives.length + after.alternatives.length === 0) return false;
  const same = matchBy(branchesOf(before), branchesOf(after), (sites) => fingerprint(sites));
  const alike = matchBy(same.before, same.after, nameOf);
  const rule = rules[context.side];

  // They are of one type; what else is said of them may differ.
  for (const sites of [...same.both, ...alike.both]) yield* compare(sites, context);
  for (const sites of alike.before) {
    const at = sites.at(-1) ?? siteOf(pair, context);
    yield { rule: isNull(sites) ? rule.nullRemoved : rule.removed, at, subject: subjectOf(at) };
  }
  for (const sites of alike.after) {
    const at = sites.at(-1) ?? siteOf(pair, context);
    yield { rule: isNull(sites) ? rule.nullAdded : rule.added, at, subject: subjectOf(at) };
  }
  return before.alternatives.length === 0 || after.alternatives.length === 0;
}

const rules = {
  sent: {
    added: "argument-alternative-added",
    removed: "argument-alternative-removed",
    nullAdded: "argument-widened",
    nullRemoved: "argument-narrowed",
  },
  received: {
    added: "alternative-added",
    removed: "alternative-removed",
    nullAdded: "null-added",
    nullRemoved: "null-removed",
  },
} as const satisfies Record<Context["side"], Record<string, RuleName>>;

type Branch = readonly Site[];

function branchesOf({ alternatives, parts }: Shape): Branch[] {
  if (alternatives.length > 0) return alternatives.map((branch) => [branch]);
  return parts.length > 0 ? [parts] : [];
}

/** Takes out of two lists what has the same key. */
function matchBy(
  before: readonly Branch[],
  after: readonly Branch[],
  key: (branch: Branch) => string,
): { both: Pair<Branch>[]; before: Branch[]; after: Branch[] } {
  const left = [...after];
  const both: Pair<Branch>[] = [];
  const gone = before.filter((branch) => {
    const index = left.findIndex((other) => key(other) === key(branch));
    if (index >= 0) both.push({ before: branch, after: left.splice(index, 1)[0] ?? branch });
    return index < 0;
  });
  return { both, before: gone, after: left };
}

/** The component that a branch refers to, or the place that it has among the others. */
function nameOf(branch: Branch): string {
  const [site] = branch;
  return String(site?.value.$ref ?? site?.place.at(-1));
}

function isNull(branch: Branch): boolean {
  const { types } = shapeOf(branch);
  return types?.size === 1 && types.has("null");
}
