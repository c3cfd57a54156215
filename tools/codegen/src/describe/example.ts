import type { MediaTypeObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { isBinary } from "./binary.ts";
import { fileExpression } from "./expression.ts";

/** A value for examples and type tests: the documented one if there is one, otherwise one of the right type. */
export function exampleOf(spec: Spec, { example, examples, schema }: MediaTypeObject, place: Place): unknown {
  const documented = example ?? Object.values(examples ?? {})[0]?.value;
  if (documented === undefined) return schemaExample(spec, schema ?? {}, place);
  return withFiles(spec, documented, schema ?? {}, place);
}

/** Whether the value has a sample of its own in the document. */
export function isSampled(
  spec: Spec,
  { example, examples, schema = {} }: MediaTypeObject,
  place: Place,
): boolean {
  if ((example ?? Object.values(examples ?? {})[0]?.value) !== undefined) return true;
  const { value } = resolve<SchemaObject>(spec, schema, place);
  return (value.examples?.[0] ?? value.example) !== undefined;
}

/** A documented sample prints the content of a file as text; a call takes the file. */
function withFiles(spec: Spec, sample: unknown, declared: SchemaObject, declaredAt: Place): unknown {
  const { value: schema, place } = resolve<SchemaObject>(spec, declared, declaredAt);
  if (isBinary(schema)) return fileExpression(sample);
  const { items, properties = {} } = schema;
  if (Array.isArray(sample) && items) {
    return sample.map((item) => withFiles(spec, item, items, [...place, "items"]));
  }
  if (typeof sample !== "object" || sample === null || Array.isArray(sample)) return sample;
  const members = Object.entries(sample).map(([name, member]) => [
    name,
    withFiles(spec, member, properties[name] ?? {}, [...place, "properties", name]),
  ]);
  return Object.fromEntries(members);
}

function schemaExample(spec: Spec, declared: SchemaObject, declaredAt: Place): unknown {
  const { value: schema, place } = resolve<SchemaObject>(spec, declared, declaredAt);
  if (isBinary(schema)) return fileExpression(schema.example);
  const documented =
    schema.examples?.[0] ?? schema.example ?? schema.const ?? schema.default ?? schema.enum?.[0];
  if (documented !== undefined) return documented;

  const alternative = (schema.anyOf ?? schema.oneOf)?.[0];
  if (alternative) return schemaExample(spec, alternative, place);
  if (schema.properties || schema.allOf) return objectExample(spec, schema, place);

  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  if (type === "array") return [];
  if (type === "object") return {};
  return "string";
}

/** An object with its required members alone. */
function objectExample(spec: Spec, schema: SchemaObject, place: Place): Record<string, unknown> {
  const inherited = (schema.allOf ?? []).map(
    (part) => schemaExample(spec, part, place) as Record<string, unknown>,
  );
  const own = (schema.required ?? []).map((name) => [
    name,
    schemaExample(spec, schema.properties?.[name] ?? {}, [...place, "properties", name]),
  ]);
  return Object.assign({}, ...inherited, Object.fromEntries(own));
}
