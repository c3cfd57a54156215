import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, type JsonObject, listOf } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { objectsNamed } from "../openapi/walk-objects.ts";

export const openListForm: Rule = {
  name: "open-list-form",
  why: "Code generator and judge know an open list by its one form; in any other the names are lost to completion, or the list is taken as closed.",
  check: ({ root }) =>
    objectsNamed(root, "Schema Object").flatMap(({ path, node }) => {
      if ("const" in node && !isBranch(path) && !isTest(path)) return [loneConst(path, node.const)];
      return ["anyOf", "oneOf"].flatMap((keyword) => {
        const branches = listOf(node[keyword]).filter(isObject);
        if (!branches.some(namesValues)) return [];
        const flaw = flawOf(keyword, branches, "type" in node);
        return flaw
          ? [{ at: [...path, ...flaw.at], found: flaw.found, expected: flaw.expected, example }]
          : [];
      });
    }),
};

function loneConst(path: Path, value: unknown): Finding {
  return {
    at: [...path, "const"],
    found: `the const ${inBackticks(value)} outside of an open list`,
    expected: "`enum` for a closed set, even of one value",
    example: `enum: [${JSON.stringify(value)}]`,
  };
}

type Flaw = Pick<Finding, "at" | "found" | "expected">;

/** The first thing by which a list of branches that name values is not the one form. */
function flawOf(keyword: string, branches: readonly JsonObject[], isTypedBeside: boolean): Flaw | undefined {
  const withEnum = branches.findIndex((branch) => "enum" in branch);
  if (withEnum >= 0) {
    const expected = "one const for each documented value";
    return { at: [keyword, withEnum], found: "an enum among the branches", expected };
  }
  if (keyword === "oneOf") {
    const expected =
      "anyOf: under oneOf, a listed value fits its const and the open branch, and so is refused";
    return { at: [keyword], found: "an open list under oneOf", expected };
  }
  const last = branches.at(-1) ?? {};
  if (!isAnyValue(last)) {
    const expected = "{ type: string } as the last branch; or `enum`, if the documentation closes the set";
    const isElsewhere = branches.some(isAnyValue);
    return {
      at: [keyword],
      found: isElsewhere ? "an open branch that is not the last" : "no open branch",
      expected,
    };
  }
  const odd = branches
    .slice(0, -1)
    .findIndex((branch) => !isNamedValue(branch, last) && branch.type !== "null");
  if (odd >= 0) {
    const expected = "a const of the last branch's type, with at most a title, a description or deprecated";
    return { at: [keyword, odd], found: "a branch that is no plain const", expected };
  }
  if (!isTypedBeside) return undefined;
  return { at: ["type"], found: "a type beside the list", expected: "the type in the last branch alone" };
}

function isBranch(path: Path): boolean {
  const [holder, index] = path.slice(-2);
  return (holder === "anyOf" || holder === "oneOf") && typeof index === "number";
}

// `if` and `not` ask for a value; they list none. (A property may have either name.)
function isTest(path: Path): boolean {
  return path.some((step, index) => (step === "if" || step === "not") && path[index - 1] !== "properties");
}

function namesValues(branch: JsonObject): boolean {
  return "const" in branch || ("enum" in branch && branch.properties === undefined);
}

// `{ type: string }`, or `{ type: integer }` where the codes are numbers.
function isAnyValue(branch: JsonObject): boolean {
  return Object.keys(branch).length === 1 && (branch.type === "string" || branch.type === "integer");
}

function isNamedValue({ const: value, ...rest }: JsonObject, last: JsonObject): boolean {
  const isOfType = last.type === "integer" ? Number.isInteger(value) : typeof value === "string";
  return isOfType && Object.keys(rest).every((key) => ["title", "description", "deprecated"].includes(key));
}

const example = `anyOf:
  - const: QUEUED
  - const: DONE
  - type: string   # the list is open`;
