import type { MediaTypeObject, SchemaObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";

/** A value for examples and type tests: the documented one if there is one, otherwise one of the right type. */
export function exampleOf(spec: Spec, { example, examples, schema }: MediaTypeObject, place: Place): unknown {
  const documented = example ?? Object.values(examples ?? {})[0]?.value;
  return documented ?? schemaExample(spec, schema ?? {}, place);
}

function schemaExample(spec: Spec, declared: SchemaObject, declaredAt: Place): unknown {
  const { value: schema, place } = resolve<SchemaObject>(spec, declared, declaredAt);
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
