import type { Finding } from "../finding.ts";
import { isObject, type JsonObject, listOf } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { declarationsOf, type SchemaSite, schemasAt } from "../openapi/schemas-at.ts";
import type { OasObject } from "../openapi/walk-objects.ts";
import { unknownName } from "./unknown-name.ts";

/** Parameters with typed values, and the kinds of values, name members that the schemas name. */
export function checkTypedValues(root: JsonObject, schemas: readonly OasObject[]): Finding[] {
  const parameters = schemas.filter(({ node }) => isObject(node["x-typed-value"]));
  return [
    ...parameters.flatMap(({ path, node }) =>
      checkParameter(root, path, node["x-typed-value"] as JsonObject),
    ),
    ...parameters.slice(1).map(({ path }) => second([...path, "x-typed-value"])),
    ...schemas.flatMap(({ path, node }) =>
      isObject(node["x-value-kind"]) ? checkKind(root, path, node["x-value-kind"]) : [],
    ),
  ];
}

function checkParameter(root: JsonObject, path: Path, roles: JsonObject): Finding[] {
  const at = [...path, "x-typed-value"];
  const wrapper = declarationsOf(root, { path, via: undefined }, String(roles.value));
  return [
    ...["name", "type", "value"].flatMap((role) => checkMember(root, [...at, role], roles[role], [path])),
    ...(wrapper.length > 0 && !wrapper.some((site) => hasKinds(root, site))
      ? [noKind([...at, "value"])]
      : []),
  ];
}

function checkKind(root: JsonObject, path: Path, { at: places, key, value }: JsonObject): Finding[] {
  const names = typeof places === "string" ? [places] : listOf(places);
  const entries = names
    .flatMap((name) => declarationsOf(root, { path, via: undefined }, String(name)))
    .flatMap((list) => declarationsOf(root, list, "*"))
    .map((site) => site.path);
  const at = [...path, "x-value-kind"];
  return [
    ...names.flatMap((name) => checkMember(root, [...at, "at"], name, [path])),
    ...checkMember(root, [...at, "key"], key, entries),
    ...checkMember(root, [...at, "value"], value, entries),
  ];
}

function checkMember(root: JsonObject, at: Path, name: unknown, schemas: readonly Path[]): Finding[] {
  if (name === undefined) return [];
  const known = schemas
    .flatMap((schema) => schemasAt(root, schema))
    .flatMap(({ node }) => (isObject(node.properties) ? Object.keys(node.properties) : []));
  if (known.includes(String(name))) return [];
  return [unknownName(at, String(name), known, "a documented member")];
}

function hasKinds(root: JsonObject, site: SchemaSite): boolean {
  return schemasAt(root, site.path).some(({ node }) =>
    Object.values(isObject(node.properties) ? node.properties : {}).some(
      (property) => isObject(property) && "x-value-kind" in property,
    ),
  );
}

function noKind(at: Path): Finding {
  return {
    at,
    found: "a value whose schema tells no kind",
    expected: "x-value-kind on each property of the schema of the value",
    example: "properties: { string: { x-value-kind: { kind: text, type: string, at: value }, … } }",
  };
}

function second(at: Path): Finding {
  return {
    at,
    found: "a second schema with x-typed-value",
    expected: "one in a document: the client has one pair of functions that write and read parameters",
    example: "If the service does have two, the vocabulary has a gap: say so.",
  };
}
