import type { Finding } from "../finding.ts";
import { inBackticks, isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { argumentSites } from "../openapi/argument-sites.ts";
import type { Operation } from "../openapi/operations-of.ts";
import { declarationsOf, schemasAt } from "../openapi/schemas-at.ts";
import { unknownName } from "./unknown-name.ts";

/** Arguments for a call of an operation are arguments that it has, down to the last member. */
export function checkArguments(root: JsonObject, at: Path, given: JsonObject, target: Operation): Finding[] {
  const sites = argumentSites(root, target);
  return Object.entries(given).flatMap(([name, value]) => {
    const site = sites.get(name);
    if (site) return checkMembers(root, [...at, name], value, [site.schema]);
    return [unknownName([...at, name], name, [...sites.keys()], `an argument of ${nameOf(target)}`)];
  });
}

/** A call of an operation has all the arguments that it must have. */
export function checkRequired(
  root: JsonObject,
  at: Path,
  given: readonly string[],
  target: Operation,
): Finding[] {
  return [...argumentSites(root, target)]
    .filter(([name, { required }]) => required && !given.includes(name))
    .map(([name]) => ({
      at,
      found: `no ${inBackticks(name)}`,
      expected: `every required argument of ${nameOf(target)}`,
      example: `${name}: $request.path.${name}   # or $response.body#/… in a link, $inputs.${name} in a login`,
    }));
}

/** The members of a value are members that its schema names. */
export function checkMembers(
  root: JsonObject,
  at: Path,
  value: unknown,
  schemas: readonly Path[],
): Finding[] {
  if (Array.isArray(value)) {
    const items = membersAt(root, schemas, "*");
    return value.flatMap((item, index) => checkMembers(root, [...at, index], item, items));
  }
  if (!isObject(value)) return [];
  const known = [...new Set(schemas.flatMap((schema) => memberNames(root, schema)))];
  if (known.length === 0) return []; // the schema names none: any will do
  return Object.entries(value).flatMap(([name, member]) =>
    known.includes(name)
      ? checkMembers(root, [...at, name], member, membersAt(root, schemas, name))
      : [unknownName([...at, name], name, known, "a documented member")],
  );
}

function membersAt(root: JsonObject, schemas: readonly Path[], member: string): Path[] {
  return schemas
    .flatMap((path) => declarationsOf(root, { path, via: undefined }, member))
    .map(({ path }) => path);
}

function memberNames(root: JsonObject, schema: Path): string[] {
  return schemasAt(root, schema).flatMap(({ node }) =>
    isObject(node.properties) ? Object.keys(node.properties) : [],
  );
}

function nameOf({ node }: Operation): string {
  return String(node.operationId);
}
