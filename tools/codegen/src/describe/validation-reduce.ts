import type { Row } from "./validation-row.ts";

/** The row at a position; `undefined` while it is not yet known. */
export type RowAt = (position: number) => Row | undefined;

/** A row that says the same in fewer words. Above all, a list of values that is open to any string is a string. */
export function reduceRow(given: Row, rowAt: RowAt): Row {
  const row = withoutNeedlessBranches(withoutAnything(given, rowAt), rowAt);
  return inOrder(withoutNeedlessParts(withoutNeedlessType(row), rowAt));
}

/** Rows that differ in the order of their words alone would stand in the table twice. */
function inOrder(row: Row): Row {
  const entries = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === "required" ? sorted(value) : value]),
  );
}

function sorted(names: unknown): string[] {
  return [...(names as string[])].sort();
}

/** Members and items of which nothing is said. */
function withoutAnything(row: Row, rowAt: RowAt): Row {
  const saysAnything = (position: unknown) => typeof position !== "number" || !isEmpty(rowAt(position));
  const { properties, required, ...rest } = row;
  const kept: Record<string, unknown> = { ...rest };
  for (const keyword of ["additionalProperties", "items", "propertyNames"]) {
    if (!saysAnything(row[keyword])) delete kept[keyword];
  }
  // Where something is said of all other members, it matters which are named.
  const isNamed = kept.additionalProperties !== undefined;
  const named = Object.entries(properties ?? {}).filter(([, position]) => isNamed || saysAnything(position));
  return {
    ...(kept as Row),
    ...(named.length > 0 ? { properties: Object.fromEntries(named) } : {}),
    ...(required && required.length > 0 ? { required } : {}),
  };
}

/** Of alternatives, those that admit nothing which another does not admit too. */
function withoutNeedlessBranches(row: Row, rowAt: RowAt): Row {
  if (!row.anyOf) return row;
  const { anyOf, ...rest } = row;
  const distinct = [...new Set(anyOf)];
  if (distinct.some((branch) => isEmpty(rowAt(branch)))) return rest;
  const kept = keepNeeded(distinct, (branch, other) => implies(rowAt(branch), rowAt(other)));
  return kept.length === 1 ? { ...rest, allOf: [...(rest.allOf ?? []), ...kept] } : { ...rest, anyOf: kept };
}

/** The values of a list are of their type already, and integers are whole. */
function withoutNeedlessType(row: Row): Row {
  const { type, multipleOf, ...rest } = row;
  if (type !== undefined && row.enum?.every((value) => isOfType(value, type)))
    return { ...rest, ...(multipleOf === undefined ? {} : { multipleOf }) };
  return type === "integer" && multipleOf === 1 ? { type, ...rest } : row;
}

/** Of parts that all hold, those that ask for nothing which the row, or another part, does not ask for too. */
function withoutNeedlessParts(row: Row, rowAt: RowAt): Row {
  if (!row.allOf) return row;
  const { allOf, ...rest } = row;
  const distinct = [...new Set(allOf)];
  const asking = distinct.filter((part) => !isEmpty(rowAt(part)) && !implies(rest, rowAt(part)));
  const kept = keepNeeded(asking, (part, other) => implies(rowAt(other), rowAt(part)));
  return kept.length > 0 ? { ...rest, allOf: kept } : rest;
}

/** Those that another does not make needless; of two that make each other so, the first. */
function keepNeeded(
  positions: readonly number[],
  isNeedless: (one: number, beside: number) => boolean,
): readonly number[] {
  return positions.filter(
    (one, index) =>
      !positions.some(
        (other, place) =>
          other !== one && isNeedless(one, other) && (place < index || !isNeedless(other, one)),
      ),
  );
}

/** Whether all that one row admits is admitted by the other, as far as that can be seen. Distinct rows differ. */
function implies(one: Row | undefined, other: Row | undefined): boolean {
  if (!one || !other) return false;
  return Object.entries(other).every(([keyword, asked]) => {
    if (keyword === "type" && one.enum) return one.enum.every((value) => isOfType(value, other.type ?? []));
    if (keyword === "required") return other.required?.every((name) => one.required?.includes(name));
    if (keyword === "properties" && other.additionalProperties === undefined) {
      return Object.entries(other.properties ?? {}).every(([name, at]) => one.properties?.[name] === at);
    }
    if (keyword === "additionalProperties" || keyword === "items") {
      const neighbours = ["properties", "prefixItems", keyword];
      return neighbours.every((name) => isSame(one[name], other[name]));
    }
    return isSame(one[keyword], asked);
  });
}

function isOfType(value: unknown, type: string | readonly string[]): boolean {
  return [type].flat().some((name) => {
    if (name === "integer") return Number.isInteger(value);
    if (name === "null") return value === null;
    return typeof value === name && (name === "string" || name === "number" || name === "boolean");
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isEmpty(row: Row | undefined): boolean {
  return row !== undefined && Object.keys(row).length === 0;
}
