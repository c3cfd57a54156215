import { type Finding, type Findings, named } from "./finding.ts";
import { isSame } from "./json.ts";
import { type Pair, placeIn } from "./site.ts";

/** Words for people: no type and no request follows from them. */
const prose = new Set([
  "$comment",
  "comment",
  "contact",
  "description",
  "externalDocs",
  "info",
  "license",
  "openapi",
  "summary",
  "tags",
  "termsOfService",
  "title",
  "xml",
]);

export function isProse(keyword: string): boolean {
  return prose.has(keyword);
}

export function isSample(keyword: string): boolean {
  return keyword === "example" || keyword === "examples";
}

/**
 * The members of an object that no comparison of its own looks at. Words are a patch; a keyword that nobody wrote a
 * rule for is reported as such, so that nothing changes in silence.
 *
 * @param judged - the members that have comparisons of their own
 */
export function* compareRest(pair: Pair, judged: ReadonlySet<string>): Findings {
  const keys = new Set([...Object.keys(pair.before.value), ...Object.keys(pair.after.value)]);
  for (const key of keys) {
    const [before, after] = [pair.before.value[key], pair.after.value[key]];
    if (judged.has(key) || isSame(before, after)) continue;
    yield finding(pair, key, before, after);
  }
}

function finding(pair: Pair, key: string, before: unknown, after: unknown): Finding {
  const at = placeIn(after === undefined ? pair.before : pair.after, key);
  const owner = named(at.place.at(-2) ?? "the document");
  if (key === "deprecated") return { rule: "deprecation-changed", at, subject: owner, before, after };
  if (isProse(key)) return { rule: "prose-changed", at, subject: owner, before, after };
  if (isSample(key)) return { rule: "example-changed", at, subject: owner, before, after };
  return { rule: "keyword-changed", at, subject: named(key), before, after };
}
