import type { Finding, Rule } from "../finding.ts";
import { inBackticks, isObject, type JsonObject, listOf } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { nearestName } from "../nearest-name.ts";
import { argumentNames } from "../openapi/argument-names.ts";
import { isDocumented } from "../openapi/documented-place.ts";
import { type Operation, operationsOf, parametersOf } from "../openapi/operations-of.ts";
import { bodiesOf, type ResponseBody, successBodiesOf } from "../openapi/response-bodies.ts";
import { type OasObject, objectsNamed } from "../openapi/walk-objects.ts";

export const referencesResolve: Rule = {
  name: "references-resolve",
  why: "An operation, an argument or a member that is named by its name alone is looked up at run time, where a misspelt one is found too late.",
  check: ({ root }) => {
    const operations = new Map(operationsOf(root).map((one) => [String(one.node.operationId), one]));
    return [
      ...objectsNamed(root, "Security Scheme Object").flatMap((one) => checkSessions(root, one, operations)),
      ...objectsNamed(root, "Link Object").flatMap((one) => checkLink(root, one, operations)),
      ...[...operations.values()].flatMap((one) => checkPaging(root, one)),
      ...checkVersions(root),
    ];
  },
};

type Operations = ReadonlyMap<string, Operation>;

function checkSessions(root: JsonObject, { path, node }: OasObject, operations: Operations): Finding[] {
  return listOf(node["x-session"]).flatMap((session, index) => {
    if (!isObject(session)) return [];
    const at = [...path, "x-session", index];
    const login = operations.get(String(session.login));
    return [
      ...["login", "logout"].flatMap((name) => checkOperation([...at, name], session[name], operations)),
      ...["token", "expires"].flatMap((name) =>
        login ? checkPlace(root, [...at, name], session[name], successBodiesOf(root, login.path)) : [],
      ),
    ];
  });
}

/** OAS 3.1.1 §4.8.20. What is linked by `operationRef` is none of ours: it may stand in another document. */
function checkLink(root: JsonObject, { path, node, parent }: OasObject, operations: Operations): Finding[] {
  const target = operations.get(String(node.operationId));
  if (!target) return checkOperation([...path, "operationId"], node.operationId, operations);

  const bodies = parent === "Response Object" ? bodiesOf(root, path.slice(0, -2), "") : undefined;
  // A name may be qualified by its place: `path.jobId`.
  const qualified = parametersOf(root, target).map((one) => `${one.in}.${one.name}`);
  const known = argumentNames(root, target);
  return Object.entries(isObject(node.parameters) ? node.parameters : {}).flatMap(([name, value]) => {
    const at = [...path, "parameters", name];
    const isKnown = known.includes(name) || qualified.includes(name);
    return [
      ...(isKnown ? [] : [unknown(at, name, known, `an argument of ${String(node.operationId)}`)]),
      ...(bodies ? checkPlace(root, at, value, bodies) : []),
    ];
  });
}

function checkPaging(root: JsonObject, operation: Operation): Finding[] {
  const paging = operation.node["x-paging"];
  if (!isObject(paging)) return [];
  const known = argumentNames(root, operation);
  const bodies = successBodiesOf(root, operation.path);
  return Object.entries(paging).flatMap(([name, value]) => {
    const at = [...operation.path, "x-paging", name];
    if (["next", "items", "total"].includes(name)) {
      return checkPlace(root, at, `$response.body#${String(value)}`, bodies);
    }
    const text = String(value);
    return known.includes(text) ? [] : [unknown(at, text, known, "an argument of this operation")];
  });
}

function checkVersions(root: JsonObject): Finding[] {
  const keyword = root["x-media-type-version"];
  if (!isObject(keyword) || listOf(keyword.versions).includes(keyword.default)) return [];
  const known = listOf(keyword.versions).map(String);
  return [
    unknown(["x-media-type-version", "default"], String(keyword.default), known, "one of the versions"),
  ];
}

function checkOperation(at: Path, id: unknown, operations: Operations): Finding[] {
  if (typeof id !== "string" || operations.has(id)) return [];
  return [unknown(at, id, [...operations.keys()], "an operationId of this document")];
}

/** A runtime expression (OAS 3.1.1 §4.8.20.4) into a body leads to a member that the body's schema names. */
function checkPlace(
  root: JsonObject,
  at: Path,
  expression: unknown,
  bodies: readonly ResponseBody[],
): Finding[] {
  const pointer = /^\$response\.body#(\/.*)$/u.exec(String(expression))?.[1];
  if (pointer === undefined || bodies.some(({ schema }) => isDocumented(root, schema, pointer))) return [];
  return [
    {
      at,
      found: `${inBackticks(pointer)}, which the schema of the body does not name`,
      expected: "a JSON pointer to a documented member of the body",
      example: "$response.body#/job/id   # in x-paging the pointer alone: /job/id",
    },
  ];
}

function unknown(at: Path, name: string, known: readonly string[], what: string): Finding {
  const nearest = nearestName(name, known);
  const all = known.map(inBackticks).join(", ") || "none is there";
  return {
    at,
    found: inBackticks(name),
    expected: nearest ? `did you mean ${inBackticks(nearest)}?` : `${what}: ${all}`,
    example: `${String(at.at(-1))}: ${nearest ?? known[0] ?? "getJob"}`,
  };
}
