import type { Finding, Rule } from "../finding.ts";
import { isObject, type JsonObject, listOf } from "../json.ts";
import { argumentSites } from "../openapi/argument-sites.ts";
import { type Operation, operationsOf } from "../openapi/operations-of.ts";
import { responseBodiesOf, successBodiesOf } from "../openapi/response-bodies.ts";
import { objectsNamed } from "../openapi/walk-objects.ts";
import { checkPointer } from "../references/check-expression.ts";
import { checkLinks } from "../references/check-links.ts";
import { checkRefusals } from "../references/check-refusals.ts";
import { checkSessions } from "../references/check-sessions.ts";
import { checkTypedValues } from "../references/check-typed-values.ts";
import { unknownName } from "../references/unknown-name.ts";

export const referencesResolve: Rule = {
  name: "references-resolve",
  why: "An operation, an argument, a member or a code that is named by its name alone is looked up at run time, where a misspelt one is found too late.",
  check: ({ root }) => {
    const operations = new Map(operationsOf(root).map((one) => [String(one.node.operationId), one]));
    return once([
      ...objectsNamed(root, "Security Scheme Object").flatMap((one) => checkSessions(root, one, operations)),
      ...[...operations.values()].flatMap((one) => checkLinks(root, one, operations)),
      ...[...operations.values()].flatMap((one) => checkPaging(root, one)),
      ...checkTypedValues(root, objectsNamed(root, "Schema Object")),
      ...checkRequestId(root),
      ...checkRefusals(root),
      ...checkVersions(root),
    ]);
  },
};

function checkPaging(root: JsonObject, operation: Operation): Finding[] {
  const paging = operation.node["x-paging"];
  if (!isObject(paging)) return [];
  const known = [...argumentSites(root, operation).keys()];
  const schemas = successBodiesOf(root, operation.path).map(({ schema }) => schema);
  return Object.entries(paging).flatMap(([name, value]) => {
    const at = [...operation.path, "x-paging", name];
    const text = String(value);
    if (["next", "items", "total"].includes(name)) return checkPointer(root, at, text, schemas);
    return known.includes(text) ? [] : [unknownName(at, text, known, "an argument of this operation")];
  });
}

/** Headers are not looked up: those that name a request come from gateways, and few pages document them. */
function checkRequestId(root: JsonObject): Finding[] {
  const schemas = responseBodiesOf(root).map(({ schema }) => schema);
  return listOf(root["x-request-id"]).flatMap((expression, index) => {
    const pointer = /^\$response\.body#(\/.*)$/u.exec(String(expression))?.[1] ?? "";
    return checkPointer(root, ["x-request-id", index], pointer, schemas);
  });
}

function checkVersions(root: JsonObject): Finding[] {
  const keyword = root["x-media-type-version"];
  if (!isObject(keyword) || listOf(keyword.versions).includes(keyword.default)) return [];
  const known = listOf(keyword.versions).map(String);
  return [
    unknownName(["x-media-type-version", "default"], String(keyword.default), known, "one of the versions"),
  ];
}

/** What operations share is looked at for each of them, and told once. */
function once(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(findings.map((finding) => [JSON.stringify([finding.at, finding.found]), finding])).values(),
  ];
}
