import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject, ValueKind } from "../spec/schema-object.ts";

/** How a service wraps parameters and their values, each value in an object that names its kind. */
export interface TypedValues {
  /** The TypeScript type of a parameter. */
  readonly type: string;
  /** The members of a parameter, by what they are. */
  readonly parameter: { readonly name: string; readonly type: string; readonly value: string };
  /** The type of what has no one type. */
  readonly any: string | undefined;
  /** By the member of the wrapper. */
  readonly kinds: Readonly<Record<string, ValueKind>>;
}

/** The typed values of a document, if it has any: `x-typed-value` stands on one schema at most. */
export function describeTypedValues(spec: Spec): TypedValues | undefined {
  for (const [name, schema] of Object.entries(spec.document.components?.schemas ?? {})) {
    const keyword = schema["x-typed-value"];
    if (!keyword) continue;
    const { any, ...parameter } = keyword;
    const place = ["components", "schemas", name, "properties", parameter.value];
    const wrapper = schema.properties?.[parameter.value] ?? {};
    const kinds = Object.fromEntries(valueKinds(spec, wrapper, place, []));
    return { type: `schemas[${JSON.stringify(name)}]`, parameter, any, kinds };
  }
  return undefined;
}

/** The marked members of a wrapper, which may be put together of several schemas, or be one of several. */
function valueKinds(
  spec: Spec,
  declared: SchemaObject,
  declaredAt: Place,
  within: readonly SchemaObject[],
): [string, ValueKind][] {
  const { value: schema, place } = resolve<SchemaObject>(spec, declared, declaredAt);
  if (within.includes(schema)) return [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, member]): [string, ValueKind][] =>
    member["x-value-kind"] ? [[key, member["x-value-kind"]]] : [],
  );
  const parts = (["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
    (schema[keyword] ?? []).flatMap((part, index) =>
      valueKinds(spec, part, [...place, keyword, String(index)], [...within, schema]),
    ),
  );
  return [...own, ...parts];
}
