import { items, maxItems, minItems, prefixItems, uniqueItems } from "./array-keywords.ts";
import { allOf, anyOf, not, oneOf } from "./choice-keywords.ts";
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from "./number-keywords.ts";
import {
  additionalProperties,
  maxProperties,
  minProperties,
  properties,
  propertyNames,
  required,
} from "./object-keywords.ts";
import type { Schema } from "./schema.ts";
import { maxLength, minLength, pattern } from "./string-keywords.ts";
import { oneValue, type } from "./value-keywords.ts";
import type { Check } from "./walk.ts";

/** What a schema asks for, keyword by keyword. */
export function toChecks(schema: Schema, schemas: readonly Schema[]): Check[] {
  const checks: Check[] = [];
  for (const [name, make] of Object.entries(keywords)) {
    const argument = schema[name as keyof Schema];
    if (argument !== undefined) checks.push(make(argument as never, schema, schemas));
  }
  return checks;
}

type Keyword<Argument> = (argument: Argument, schema: Schema, schemas: readonly Schema[]) => Check;

/** All but `format`, which only says what `pattern` is about. */
const keywords: { readonly [Name in Exclude<keyof Schema, "format">]-?: Keyword<NonNullable<Schema[Name]>> } =
  {
    type,
    enum: oneValue,
    required,
    properties,
    additionalProperties,
    propertyNames,
    minProperties,
    maxProperties,
    prefixItems,
    items,
    minItems,
    maxItems,
    uniqueItems,
    minLength,
    maxLength,
    pattern,
    minimum,
    maximum,
    exclusiveMinimum,
    exclusiveMaximum,
    multipleOf,
    allOf,
    anyOf,
    oneOf,
    not,
  };
