import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { listedValues, type ValueList } from "./value-list.ts";

/** A named member of a body, at any depth. */
export interface Field {
  /** Wire names from the root; `[]` is any element of a list. */
  readonly path: readonly string[];
  readonly schema: SchemaObject;
  /** The values that the document lists for it. */
  readonly values: ValueList | undefined;
  /** Whether the object that it stands in has no other members than the named ones. */
  readonly closed: boolean;
}

/** All named members of a schema, outer before inner. Alternatives (`oneOf`) are not entered: nothing is sure there. */
export function describeFields(spec: Spec, schema: SchemaObject, place: Place): Field[] {
  return [...walk(spec, schema, { place, path: [], within: [] })];
}

interface Position {
  place: Place;
  path: readonly string[];
  /** The schemas that this one stands in, for a schema may contain itself. */
  within: readonly SchemaObject[];
}

function* walk(spec: Spec, declared: SchemaObject, position: Position): Generator<Field> {
  const { path, within } = position;
  const { value: schema, place } = resolve<SchemaObject>(spec, declared, position.place);
  if (within.includes(schema)) return;
  const inner = (...segments: string[]) => ({ place: [...place, ...segments], within: [...within, schema] });

  for (const [index, part] of (schema.allOf ?? []).entries()) {
    yield* walk(spec, part, { ...inner("allOf", String(index)), path });
  }
  if (schema.items) {
    yield* walk(spec, schema.items, { ...inner("items"), path: [...path, "[]"] });
  }
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const there = { ...inner("properties", name), path: [...path, name] };
    // JSON Schema 2020-12 §8.2.3.1: keywords beside a `$ref` count as well.
    const whole = { ...resolve<SchemaObject>(spec, member, there.place).value, ...member };
    yield {
      path: there.path,
      schema: whole,
      values: listedValues(whole),
      closed: !schema.additionalProperties,
    };
    yield* walk(spec, member, there);
  }
}
