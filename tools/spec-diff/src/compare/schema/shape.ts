import { isBinary } from "codegen/src/describe/binary.ts";
import { listedValues } from "codegen/src/describe/value-list.ts";
import { resolve } from "codegen/src/spec/resolve.ts";
import type { SchemaObject } from "codegen/src/spec/schema-object.ts";
import { type Bag, bagOf, isBag, listOf } from "../json.ts";
import { placeIn, type Site } from "../site.ts";

/** The values that a schema lists; `open` if it says that there can be others. */
export interface Listed {
  readonly values: readonly unknown[];
  readonly open: boolean;
  readonly at: Site;
}

/** What all schemas that speak about one value say of it together: `$ref` and `allOf` are no part of it. */
export interface Shape {
  /** The schemas, outermost first. */
  readonly parts: readonly Site[];
  /** What TypeScript calls the types; `undefined` if anything goes. */
  readonly types: ReadonlySet<string> | undefined;
  readonly listed: Listed | undefined;
  /** By name, the schemas of each member. */
  readonly members: ReadonlyMap<string, readonly Site[]>;
  readonly required: ReadonlySet<string>;
  readonly items: readonly Site[];
  /** The schemas of members of other names: `none`, or `unknown` if they can be anything. */
  readonly others: readonly Site[] | "none" | "unknown";
  /** Of `oneOf` and `anyOf`, each with the schemas of its branch. */
  readonly alternatives: readonly Site[];
}

/** A schema that many refer to is looked at once. */
export function shapeOf(sites: readonly Site[]): Shape {
  const [only, ...others] = sites;
  if (!only || others.length > 0) return mergeSchemas(sites);
  const shape = shapes.get(only.value) ?? mergeSchemas(sites);
  shapes.set(only.value, shape);
  return shape;
}

const shapes = new WeakMap<Bag, Shape>();

function mergeSchemas(sites: readonly Site[]): Shape {
  const parts = sites.flatMap((site) => partsOf(site, []));
  const members = membersOf(parts);
  const listed = parts.map(listedIn).findLast((list) => list !== undefined);
  const alternatives = parts.flatMap((part) => (listedIn(part) ? [] : branchesOf(part)));
  return {
    parts,
    types: typesOf(parts, listed, members.size > 0) ?? typesOfAny(alternatives),
    listed,
    members,
    required: new Set(parts.flatMap(({ value }) => listOf(value.required) as string[])),
    items: parts.flatMap((part) => below(part, "items")),
    others: othersOf(parts, members.size > 0),
    alternatives,
  };
}

/** The last schema that has a keyword: the nearest to the value, and the one to report. */
export function holderOf(shape: Shape, keyword: string): Site | undefined {
  return shape.parts.findLast(({ value }) => value[keyword] !== undefined);
}

export function keywordOf(shape: Shape, keyword: string): unknown {
  return holderOf(shape, keyword)?.value[keyword];
}

function partsOf(site: Site, within: readonly Bag[]): Site[] {
  if (within.includes(site.value)) return [];
  const seen = [...within, site.value];
  const { $ref } = site.value;
  const target = typeof $ref === "string" ? resolve(site.spec, { $ref }, site.place) : undefined;
  const referred = target ? partsOf({ ...site, ...target, value: target.value as Bag }, seen) : [];
  const all = listOf(site.value.allOf).flatMap((part, index) =>
    isBag(part) ? partsOf({ ...placeIn(site, "allOf", String(index)), value: part }, seen) : [],
  );
  // A schema that is nothing but a reference has no place of its own.
  return Object.keys(site.value).every((key) => key === "$ref" && target)
    ? referred
    : [...referred, site, ...all];
}

function membersOf(parts: readonly Site[]): Map<string, Site[]> {
  const members = new Map<string, Site[]>();
  for (const part of parts) {
    for (const name of Object.keys(bagOf(part.value.properties))) {
      members.set(name, [...(members.get(name) ?? []), ...below(part, "properties", name)]);
    }
  }
  return members;
}

function listedIn(at: Site): Listed | undefined {
  const { enum: all, const: one } = at.value;
  if (all !== undefined || one !== undefined) return { values: all ? listOf(all) : [one], open: false, at };
  const list = listedValues(at.value as SchemaObject);
  return list && { ...list, at };
}

function typesOf(
  parts: readonly Site[],
  listed: Listed | undefined,
  hasMembers: boolean,
): Set<string> | undefined {
  const declared = parts.flatMap(({ value }) =>
    value.type === undefined ? [] : [[value.type as unknown[]].flat()],
  );
  const common = declared.reduce<unknown[] | undefined>(
    (all, some) => (all ? all.filter((type) => some.includes(type)) : some),
    undefined,
  );
  const bytes = parts.some(({ value }) => isBinary(value as SchemaObject));
  if (bytes) return new Set(["Blob"]);
  if (common) return new Set(common.map((type) => (type === "integer" ? "number" : String(type))));
  if (listed) return new Set(listed.values.map((value) => typeof value));
  if (hasMembers) return new Set(["object"]);
  return parts.some(({ value }) => value.items !== undefined) ? new Set(["array"]) : undefined;
}

/** The types of all branches; `undefined` if there is none, or one of them is anything. */
function typesOfAny(alternatives: readonly Site[]): Set<string> | undefined {
  const types = alternatives.map((branch) => shapeOf([branch]).types);
  if (types.length === 0 || types.includes(undefined)) return undefined;
  return new Set(types.flatMap((some) => [...(some ?? [])]));
}

function othersOf(parts: readonly Site[], hasMembers: boolean): Shape["others"] {
  const declared = parts.filter(({ value }) => value.additionalProperties !== undefined);
  if (declared.length === 0) return hasMembers ? "none" : "unknown";
  if (declared.some(({ value }) => value.additionalProperties === false)) return "none";
  const schemas = declared.flatMap((part) => below(part, "additionalProperties"));
  return schemas.some(({ value }) => Object.keys(value).length > 0) ? schemas : "unknown";
}

function branchesOf(part: Site): Site[] {
  return ["oneOf", "anyOf"].flatMap((keyword) =>
    listOf(part.value[keyword]).flatMap((_, index) => below(part, keyword, String(index))),
  );
}

/** A schema below another, with its `$ref` unfollowed: that is for `partsOf`. */
function below(site: Site, ...steps: string[]): Site[] {
  const value = steps.reduce<unknown>((node, step) => (node as Bag | undefined)?.[step], site.value);
  return isBag(value) ? [{ ...placeIn(site, ...steps), value }] : [];
}
