import { canonical } from "./canonical.ts";
import type { Schema } from "./schema.ts";
import type { Check } from "./walk.ts";

/** JSON Schema 2020-12 §10.3.1.2: the items that `prefixItems` leaves over. */
export function items(schema: number, { prefixItems: { length } = [] }: Schema): Check {
  return (value, walk) => {
    if (!Array.isArray(value)) return;
    for (let index = length; index < value.length; index++) walk.judgeBelow(index, schema, value[index]);
  };
}

export function prefixItems(schemas: readonly number[]): Check {
  return (value, walk) => {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.slice(0, schemas.length).entries()) {
      walk.judgeBelow(index, schemas[index] as number, item);
    }
  };
}

export function minItems(least: number): Check {
  return countItems(`items: at least ${least}`, (count) => count >= least);
}

export function maxItems(most: number): Check {
  return countItems(`items: at most ${most}`, (count) => count <= most);
}

function countItems(expected: string, isRight: (count: number) => boolean): Check {
  return (value, { report }) => {
    if (Array.isArray(value) && !isRight(value.length)) report(() => expected, value);
  };
}

export function uniqueItems(): Check {
  return (value, { report }) => {
    if (!Array.isArray(value) || new Set(value.map(canonical)).size === value.length) return;
    report(() => "items that differ", value);
  };
}
