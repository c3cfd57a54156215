import { type JsonObject, listOf, sameValue } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { schemasAt } from "../openapi/schemas-at.ts";

/** A value that the documentation names, and where. */
export interface DocumentedValue {
  readonly value: string | number;
  readonly path: Path;
}

/** The values that a schema documents, in `enum` or `const`, through `$ref` and its branches; each once. */
export function documentedValues(root: JsonObject, schema: Path): DocumentedValue[] {
  const values: { value: unknown; path: Path }[] = schemasAt(root, schema).flatMap(({ path, node }) => [
    ...listOf(node.enum).map((value, index) => ({ value, path: [...path, "enum", index] })),
    ...("const" in node ? [{ value: node.const, path: [...path, "const"] }] : []),
  ]);
  const named = values.filter(isNameable);
  return named.filter(
    ({ value }, index) => named.findIndex((other) => sameValue(other.value, value)) === index,
  );
}

// `null` in an enum says that there is no value; it is none itself.
function isNameable(one: { value: unknown; path: Path }): one is DocumentedValue {
  return typeof one.value === "string" || typeof one.value === "number";
}
