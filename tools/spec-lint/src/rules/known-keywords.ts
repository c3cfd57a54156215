import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject } from "../json.ts";
import { nearestName } from "../nearest-name.ts";
import { type OasObject, walkObjects } from "../openapi/walk-objects.ts";
import { describeErrors } from "../schema/describe-error.ts";
import type { Keyword, Vocabulary } from "../vocabulary.ts";

export const knownKeywords: Rule = {
  name: "known-keywords",
  why: "No program reads a keyword that is not in specs/vocabulary.schema.json, or that stands where it does not belong; it would be silently lost.",
  check: ({ root, vocabulary }) =>
    walkObjects(root).flatMap((object) =>
      extensionsOf(object).flatMap((name) => checkKeyword(object, name, vocabulary)),
    ),
};

// OAS 3.1.1 §4.9: extensions begin with `x-`, in this case. Any other unknown key is `struct`'s affair.
function extensionsOf({ node }: OasObject): string[] {
  return Object.keys(node).filter((key) => key.startsWith("x-"));
}

function checkKeyword(
  { name: object, path, node }: OasObject,
  name: string,
  vocabulary: Vocabulary,
): Finding[] {
  const at = [...path, name];
  const keyword = vocabulary.keywords.get(name);
  if (!keyword) {
    const nearest = vocabulary.keywords.get(nearestName(name, vocabulary.keywords.keys()) ?? "");
    const expected = nearest ? `did you mean \`${nearest.name}\`?` : `one of ${listed(vocabulary)}`;
    return [{ at, found: `the unknown keyword ${inBackticks(name)}`, expected, example: example(nearest) }];
  }
  if (!keyword.standsOn.includes(object)) {
    const expected = `the place that it has: ${keyword.standsOn.join(", ")}. ${keyword.description}`;
    return [{ at, found: `\`${name}\` (here: ${object})`, expected, example: example(keyword) }];
  }
  const missing = keyword.needs.find((other) => !(other in node));
  if (missing) {
    const needed = vocabulary.keywords.get(missing);
    return [
      {
        at,
        found: `\`${name}\` without \`${missing}\``,
        expected: keyword.description,
        example: example(needed),
      },
    ];
  }
  return describeErrors(vocabulary.checkValue(name, node[name])).map((error) => ({
    at: [...path, ...error.at],
    found: error.found,
    expected: error.expected,
    example: example(keyword, node[name]),
  }));
}

function listed(vocabulary: Vocabulary): string {
  return [...vocabulary.keywords.keys()].map((name) => `\`${name}\``).join(", ");
}

/** Where a keyword has several forms, the one that shares most with what was written. */
function example(keyword: Keyword | undefined, written?: unknown): string {
  if (!keyword) return "Most facts need no keyword of ours: see the ladder in specs/README.md.";
  const shared = (one: unknown) =>
    isObject(one) && isObject(written) ? Object.keys(one).filter((member) => member in written).length : 0;
  const [closest] = keyword.examples.toSorted((one, other) => shared(other) - shared(one));
  return `${keyword.name}: ${JSON.stringify(closest)}`;
}
