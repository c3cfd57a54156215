import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { FORMATS } from "./validation-formats.ts";
import { ANNOTATIONS, LIST_OF_SCHEMAS, ONE_SCHEMA, type Row, VALUES } from "./validation-row.ts";

/** JSON Schema 2020-12 §4.3.2: `true` and `false` are schemas too. */
export type Schema = SchemaObject | boolean;

/** Where schemas go that stand in another. */
export interface Positions {
  add(schema: Schema, place: Place): number;
  refer($ref: string, place: Place): number;
  put(row: Row): number;
}

/**
 * What judges in a schema.
 *
 * @throws SpecError at a keyword or a format that is not known.
 */
export function toRow(spec: Spec, schema: Schema, place: Place, positions: Positions): Row {
  if (schema === true) return {};
  if (schema === false) return { not: positions.add(true, place) };
  let row: Row = {};
  for (const [keyword, value] of Object.entries(schema)) {
    row = join(row, judgedPart(spec, keyword, value, [...place, keyword], positions), positions);
  }
  return row;
}

function judgedPart(spec: Spec, keyword: string, value: unknown, place: Place, positions: Positions): Row {
  if (ANNOTATIONS.includes(keyword) || keyword.startsWith("x-")) return {};
  if (keyword === "$ref") return { allOf: [positions.refer(value as string, place)] };
  if (keyword === "const") return { enum: [value] };
  if (keyword === "format") return formatPart(spec, value, place);
  // More members than the documented ones are nothing wrong, whatever the document says: services grow.
  if (/^(additional|unevaluated)Properties$/.test(keyword) && typeof value === "boolean") return {};
  if (keyword === "uniqueItems" && value === false) return {};
  if (VALUES.includes(keyword)) return { [keyword]: value };
  if (ONE_SCHEMA.includes(keyword)) return { [keyword]: positions.add(value as Schema, place) };
  if (LIST_OF_SCHEMAS.includes(keyword)) return listPart(spec, keyword, value as Schema[], place, positions);
  if (keyword === "properties") {
    const members = Object.entries(value as Record<string, Schema>);
    const mapped = members.map(([name, one]) => [name, positions.add(one, [...place, name])] as const);
    return { properties: Object.fromEntries(mapped) };
  }
  throw spec.error(place, {
    what: `validation does not know the keyword ${keyword}`,
    expected: `one of ${[...VALUES, ...ONE_SCHEMA, ...LIST_OF_SCHEMAS, "properties"].sort().join(", ")}, const, format`,
    example: "required: [id]",
  });
}

function listPart(
  spec: Spec,
  keyword: string,
  list: readonly Schema[],
  place: Place,
  { add }: Positions,
): Row {
  const name = keyword === "oneOf" && list.some((one) => isClosed(spec, one, place)) ? "anyOf" : keyword;
  return { [name]: list.map((one, index) => add(one, [...place, String(index)])) };
}

function formatPart(spec: Spec, format: unknown, place: Place): Row {
  const part = FORMATS[String(format)];
  if (part) return part.pattern === undefined ? part : { ...part, format };
  throw spec.error(place, {
    what: `validation does not know the format ${String(format)}`,
    expected: `one of ${Object.keys(FORMATS).join(", ")}`,
    example: "format: date-time",
  });
}

/** Alternatives that exclude each other by what they do not have would all fit, once they may have more. */
function isClosed(spec: Spec, schema: Schema, place: Place): boolean {
  if (typeof schema === "boolean") return false;
  const { value } = resolve<SchemaObject & { unevaluatedProperties?: unknown }>(spec, schema, place);
  return value.additionalProperties === false || value.unevaluatedProperties === false;
}

/** Two keywords of the document may come down to one here, such as `$ref` and `allOf`, or `format` and `pattern`. */
function join(row: Row, part: Row, { put }: Positions): Row {
  const isTaken = Object.keys(part).some((keyword) => keyword !== "allOf" && row[keyword] !== undefined);
  const parts = [...(row.allOf ?? []), ...(isTaken ? [put(part)] : (part.allOf ?? []))];
  return { ...row, ...(isTaken ? {} : part), ...(parts.length > 0 ? { allOf: parts } : {}) };
}
