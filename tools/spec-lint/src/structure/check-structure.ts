import {
  BaseResolver,
  createConfig,
  lintDocument,
  makeDocumentFromString,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import type { OpenApiDocument } from "../document.ts";
import { byPosition, type Finding, type LocatedFinding, locate } from "../finding.ts";
import { isObject, type JsonObject } from "../json.ts";
import { fromPointer, type Path, toPointer, valueAt } from "../json-pointer.ts";
import { nearestName } from "../nearest-name.ts";
import { fatalRules, ruleset } from "./ruleset.ts";

export interface Structure {
  readonly findings: LocatedFinding[];
  /** Whether the document is sound enough for rules that read it. */
  readonly isSound: boolean;
}

/** What the OpenAPI Specification itself has against a document, by Redocly's rules. */
export async function checkStructure(document: OpenApiDocument): Promise<Structure> {
  const config = await createConfig(ruleset);
  const problems = await lintDocument({
    document: makeDocumentFromString(document.text, document.file),
    config,
    externalRefResolver: new BaseResolver(config.resolve),
  });
  const isBroken = problems.some(({ ruleId }) => ruleId === "no-unresolved-refs");
  // What a broken reference was meant to reach looks unused.
  const told = isBroken ? problems.filter(({ ruleId }) => ruleId !== "no-unused-components") : problems;
  const findings = told.map((problem) => {
    return locate(toFinding(problem, document.root), { name: `redocly/${problem.ruleId}`, why }, document);
  });
  return {
    findings: findings.sort(byPosition),
    isSound: !problems.some(({ ruleId }) => fatalRules.has(ruleId)),
  };
}

const why =
  "Every tool that reads the spec, ours and others, relies on the structure that OpenAPI 3.1 prescribes.";

function toFinding(
  { ruleId, message, suggest, reference, location }: NormalizedProblem,
  root: JsonObject,
): Finding {
  const at = fromPointer(location[0]?.pointer ?? "#") ?? [];
  const node = valueAt(root, at);
  if (ruleId === "no-unresolved-refs" && isObject(node) && typeof node.$ref === "string") {
    return brokenReference([...at, "$ref"], node.$ref, root);
  }
  const page = `https://redocly.com/docs/cli/rules/${ruleId === "struct" ? "common" : "oas"}/${ruleId}`;
  const expected =
    suggest.length > 0 ? `did you mean ${suggest.join(", or ")}?` : "what the page below asks for";
  return { at, found: message, expected, example: reference ?? page };
}

function brokenReference(at: Path, $ref: string, root: JsonObject): Finding {
  const target = fromPointer($ref) ?? [];
  const holder = valueAt(root, target.slice(0, -1));
  const nearest = isObject(holder) ? nearestName(String(target.at(-1)), Object.keys(holder)) : undefined;
  const better = nearest && toPointer([...target.slice(0, -1), nearest]);
  return {
    at,
    found: `a $ref to \`${$ref}\`, where nothing is`,
    expected: better ? `did you mean \`${better}\`?` : "a place in this document",
    example: `$ref: "${better ?? "#/components/schemas/Job"}"`,
  };
}
