import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { nearestName } from "../nearest-name.ts";
import { examplesOf } from "../openapi/examples-of.ts";
import { type SchemaSite, schemasAt } from "../openapi/schemas-at.ts";

export const exampleMembersDocumented: Rule = {
  name: "example-members-documented",
  why: "Pages rarely require a member, so a misspelt one validates; and a member that the page shows in its sample is documented by that.",
  check: ({ root }) =>
    examplesOf(root).flatMap(({ path, value, schema }) =>
      undocumented(root, value, path, schemasAt(root, schema)),
    ),
};

function undocumented(root: JsonObject, value: unknown, at: Path, sites: readonly SchemaSite[]): Finding[] {
  if (Array.isArray(value)) {
    const items = below(root, sites, "*");
    return value.flatMap((item, index) => undocumented(root, item, [...at, index], items));
  }
  if (!isObject(value)) return [];

  const known = new Set(
    sites.flatMap(({ node }) => (isObject(node.properties) ? Object.keys(node.properties) : [])),
  );
  const isFree = known.size === 0 || sites.some(({ node }) => isOpenObject(node));
  return Object.entries(value).flatMap(([name, member]) => {
    if (known.has(name)) return undocumented(root, member, [...at, name], below(root, sites, name));
    return isFree ? [] : [finding([...at, name], name, known)];
  });
}

function isOpenObject({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return [additionalProperties, unevaluatedProperties].some((rest) => rest === true || isObject(rest));
}

function below(root: JsonObject, sites: readonly SchemaSite[], member: string): SchemaSite[] {
  return sites.flatMap((site) => {
    const at = member === "*" ? [...site.path, "items"] : [...site.path, "properties", member];
    return schemasAt(root, at, site.via);
  });
}

function finding(at: Path, name: string, known: ReadonlySet<string>): Finding {
  const nearest = nearestName(name, known);
  return {
    at,
    found: `the member ${inBackticks(name)}, which the schema does not name`,
    expected: nearest
      ? `did you mean ${inBackticks(nearest)}?`
      : `one of ${[...known].map(inBackticks).join(", ")}`,
    example: `properties:\n  ${name}:\n    type: string\n    description: The page shows it in the sample alone.`,
  };
}
