import type { Finding } from "../finding.ts";
import { inBackticks, isObject, type JsonObject, listOf, sameValue } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { linksOf } from "../openapi/links-of.ts";
import type { Operation } from "../openapi/operations-of.ts";
import type { OasObject } from "../openapi/walk-objects.ts";
import { checkArguments, checkRequired } from "./check-arguments.ts";
import { checkExpression, successOf } from "./check-expression.ts";
import { checkOperationId, type Operations } from "./check-operation-id.ts";
import { expressionsIn } from "./expressions-in.ts";
import { inputName, inputsOf } from "./inputs-of.ts";
import { unknownName } from "./unknown-name.ts";

/** The ways to log in for a security scheme name operations, arguments and places that are there. */
export function checkSessions(
  root: JsonObject,
  { path, node }: OasObject,
  operations: Operations,
): Finding[] {
  const ways = listOf(node["x-session"]).filter(isObject);
  const inputs = ways.map((way) => inputsOf(root, way, operations.get(String(way.login))));
  return [
    ...ways.flatMap((way, index) => {
      const at = [...path, "x-session", index];
      return [
        ...checkOperations(root, at, way, operations),
        ...checkInputs(at, way, inputs[index] ?? []),
        ...checkDistinct(at, way, ways.slice(0, index), inputs),
      ];
    }),
    ...(ways.length > 0 ? checkEnvironment(path, node, inputs.flat()) : []),
  ];
}

function checkOperations(root: JsonObject, at: Path, way: JsonObject, operations: Operations): Finding[] {
  const login = operations.get(String(way.login));
  const last = way.then === undefined ? login : operations.get(String(way.then));
  return [
    ...["login", "then", "logout"].flatMap((name) => checkOperationId([...at, name], way[name], operations)),
    ...(login ? checkLogin(root, at, way, login) : []),
    ...(login && last && last !== login ? checkThen(root, [...at, "then"], login, last) : []),
    ...(last ? checkPlaces(root, at, way, last) : []),
  ];
}

function checkLogin(root: JsonObject, at: Path, way: JsonObject, login: Operation): Finding[] {
  const given = isObject(way.arguments) ? way.arguments : {};
  return [
    ...checkArguments(root, [...at, "arguments"], given, login),
    ...checkRequired(root, [...at, "login"], Object.keys(given), login),
  ];
}

function checkThen(root: JsonObject, at: Path, login: Operation, last: Operation): Finding[] {
  const { operationId } = last.node;
  const known = linksOf(root, login)
    .filter(({ status }) => status.startsWith("2"))
    .map(({ node }) => String(node.operationId));
  if (known.includes(String(operationId))) return [];
  const what = `an operation that a link of ${String(login.node.operationId)} leads to`;
  return [unknownName(at, String(operationId), known, what)];
}

function checkPlaces(root: JsonObject, at: Path, way: JsonObject, last: Operation): Finding[] {
  return ["token", "expires"].flatMap((name) =>
    checkExpression(root, [...at, name], way[name], successOf(last)),
  );
}

function checkInputs(at: Path, way: JsonObject, inputs: readonly string[]): Finding[] {
  const strange = expressionsIn(way.arguments).filter(({ text }) => inputName(text) === undefined);
  const unknown = [...listOf(way.optional).entries()].filter(([, name]) => !inputs.includes(String(name)));
  return [
    ...strange.map((one) => ({
      at: [...at, "arguments", ...one.at],
      found: inBackticks(one.text),
      expected: "a constant, or `$inputs.` and the name of what the user gives: letters, digits and `_`",
      example: "password: $inputs.password",
    })),
    ...unknown.map(([index, name]) =>
      unknownName([...at, "optional", index], String(name), inputs, "an input of this login"),
    ),
  ];
}

/** Two ways are told apart by the operation that answers with the token, or by what they ask for. */
function checkDistinct(
  at: Path,
  way: JsonObject,
  earlier: readonly JsonObject[],
  inputs: readonly (readonly string[])[],
): Finding[] {
  const own = inputs[earlier.length] ?? [];
  const same = (other: JsonObject, index: number) =>
    tokenFrom(other) === tokenFrom(way) && sameValue([...(inputs[index] ?? [])].sort(), [...own].sort());
  if (!earlier.some(same)) return [];
  const names = own.map(inBackticks).join(", ") || "none";
  return [
    {
      at: [...at, "login"],
      found: `${inBackticks(tokenFrom(way))} a second time, with the same inputs: ${names}`,
      expected: "ways that differ in their operation, or in the names of their inputs",
      example: "arguments: { user: $inputs.localUser, password: $inputs.localPassword }",
    },
  ];
}

function tokenFrom({ login, then }: JsonObject): unknown {
  return then ?? login;
}

/** The environment holds what a login asks for, or the credential itself. */
function checkEnvironment(path: Path, node: JsonObject, inputs: readonly string[]): Finding[] {
  const known = [...new Set([...inputs, "token"])];
  return Object.keys(isObject(node["x-environment"]) ? node["x-environment"] : {})
    .filter((part) => !known.includes(part))
    .map((part) => unknownName([...path, "x-environment", part], part, known, "an input of a login"));
}
