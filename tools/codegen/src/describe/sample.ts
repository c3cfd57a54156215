import { isObject, type JsonObject, listOf, whole } from "./whole.ts";

/** A value that an answer may have by its schema, as full as it can be: what examples show, and else made up. */
export function sample(document: unknown, schema: unknown, within: readonly unknown[] = []): unknown {
  const all = whole(document, schema);
  const shown = first(all.examples) ?? all.example ?? all.const ?? first(all.enum);
  if (shown !== undefined) return shown;

  const inside = [...within, identity(schema)];
  const choices = first(all.oneOf) ?? first(all.anyOf);
  const parts = [...listOf(all.allOf), ...(choices === undefined ? [] : [choices])];
  const own = made(document, all, inside, parts.length > 0);
  return parts.map((part) => sample(document, part, inside)).reduce(merge, own);
}

/** What the schema's own keywords allow. */
function made(document: unknown, schema: JsonObject, inside: readonly unknown[], isPart: boolean): unknown {
  const type = [schema.type].flat().find((one) => one !== "null");
  if (type === "object" || schema.properties) return anObject(document, schema, inside);
  if (type === "array" || schema.items) return aList(document, schema, inside);
  if (type === "string") return aText(schema);
  if (type === "integer" || type === "number") return aNumber(schema);
  if (type === "boolean") return true;
  if (schema.type !== undefined) return null;
  return isPart ? undefined : {};
}

function anObject(document: unknown, schema: JsonObject, inside: readonly unknown[]): unknown {
  const required = listOf(schema.required);
  // What is only ever sent is in no answer.
  const all = Object.entries(whole(document, schema.properties)).filter(
    ([, member]) => whole(document, member).writeOnly !== true,
  );
  // A schema may hold itself: there it ends. Where only so many members may be, those that must be.
  const given = all.filter(
    ([name, member]) =>
      required.includes(name) || (!inside.includes(identity(member)) && schema.maxProperties === undefined),
  );
  return Object.fromEntries(given.map(([name, member]) => [name, sample(document, member, inside)]));
}

function aList(document: unknown, schema: JsonObject, inside: readonly unknown[]): unknown[] {
  const { items, minItems, maxItems } = schema;
  if (items === undefined || maxItems === 0) return [];
  if (inside.includes(identity(items)) && !minItems) return [];
  return Array.from({ length: Number(minItems) || 1 }, () => sample(document, items, inside));
}

const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
  uuid: "00000000-0000-4000-8000-000000000000",
  uri: "https://example.com/",
  email: "somebody@example.com",
  ipv4: "192.0.2.1",
};

function aText({ format, contentMediaType, minLength, maxLength }: JsonObject): string {
  const text = FORMATS[String(format)] ?? (contentMediaType === "application/json" ? "{}" : "string");
  return text
    .padEnd(Number(minLength) || 0, "x")
    .slice(0, maxLength === undefined ? undefined : Number(maxLength));
}

function aNumber({ minimum, exclusiveMinimum, maximum }: JsonObject): number {
  if (minimum !== undefined) return Number(minimum);
  if (exclusiveMinimum !== undefined) return Number(exclusiveMinimum) + 1;
  return Math.min(1, maximum === undefined ? 1 : Number(maximum));
}

/** What one part of a schema allows, with what another does: members together, of lists the items. */
function merge(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (Array.isArray(above)) {
    const items = Array.isArray(below) ? below : [];
    return above.map((item, index) => merge(items[index] ?? items[0], item));
  }
  if (!isObject(above)) return above;
  const merged = Object.entries(above).map(([name, member]) => [
    name,
    merge(isObject(below) ? below[name] : undefined, member),
  ]);
  return { ...(isObject(below) && below), ...Object.fromEntries(merged) };
}

/** By which a schema is known again: where it is written. */
function identity(schema: unknown): unknown {
  return isObject(schema) && typeof schema.$ref === "string" ? schema.$ref : schema;
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}
