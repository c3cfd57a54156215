import { isObject } from "../is-object.ts";
import { canonical } from "./canonical.ts";
import { describeExpected } from "./describe-expected.ts";
import type { Schema } from "./schema.ts";
import type { Check } from "./walk.ts";

// JSON Schema 2020-12 validation §6.1.1: a whole number is an integer however it was written.
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: Number.isFinite,
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

export function type(names: string | readonly string[], schema: Schema): Check {
  const isRight = kindTest(names);
  return (value, { schemas, report }) => {
    if (!isRight(value)) report(() => describeExpected(schemas, schema), value);
  };
}

/** What tells whether a value is of one of these kinds. */
export function kindTest(names: string | readonly string[]): (value: unknown) => boolean {
  const [first = () => false, ...others] = [names].flat().flatMap((name) => kinds[name] ?? []);
  return others.length === 0 ? first : (value) => first(value) || others.some((isRight) => isRight(value));
}

export function oneValue(values: readonly unknown[], schema: Schema): Check {
  const known = new Set(values.map(canonical));
  return (value, { schemas, report }) => {
    if (values.includes(value) || known.has(canonical(value))) return;
    report(() => describeExpected(schemas, schema), value, { shows: true });
  };
}
