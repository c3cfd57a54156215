import { isObject } from "../is-object.ts";
import type { Schema } from "./schema.ts";
import { kindTest } from "./value-keywords.ts";
import type { Check } from "./walk.ts";

export function properties(
  members: Readonly<Record<string, number>>,
  _: Schema,
  schemas: readonly Schema[],
): Check {
  const known = new Map(
    Object.entries(members).map(([name, schema]) => [name, { schema, isRight: plainTest(schemas[schema]) }]),
  );
  return (value, walk) => {
    if (!isObject(value)) return;
    // By the body's own names, which an engine goes through faster than it looks up names that vary.
    for (const name in value) {
      const member = known.get(name);
      if (member === undefined || member.isRight(value[name])) continue;
      walk.judgeBelow(name, member.schema, value[name]);
    }
  };
}

/** Most members are asked for nothing but their kind: then there is no need to go there. */
function plainTest(schema: Schema = {}): (value: unknown) => boolean {
  const isPlain = schema.type !== undefined && Object.keys(schema).length === 1;
  return isPlain ? kindTest(schema.type) : () => false;
}

export function required(names: readonly string[]): Check {
  return (value, { report }) => {
    if (!isObject(value)) return;
    for (const name of names) {
      if (!Object.hasOwn(value, name)) report(() => "a required member", undefined, { below: [name] });
    }
  };
}

/** JSON Schema 2020-12 §10.3.2.3: the members that `properties` leaves over. */
export function additionalProperties(rest: number, { properties = {} }: Schema): Check {
  return (value, walk) => {
    if (!isObject(value)) return;
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(properties, name)) walk.judgeBelow(name, rest, value[name]);
    }
  };
}

export function propertyNames(schema: number): Check {
  return (value, { fits, tries, report }) => {
    if (!isObject(value)) return;
    for (const name of Object.keys(value)) {
      if (fits(schema, name)) continue;
      report(() => `a name: ${tries(schema, name)[0]?.expected}`, name, { shows: true });
    }
  };
}

export function minProperties(least: number): Check {
  return countMembers(`members: at least ${least}`, (count) => count >= least);
}

export function maxProperties(most: number): Check {
  return countMembers(`members: at most ${most}`, (count) => count <= most);
}

function countMembers(expected: string, isRight: (count: number) => boolean): Check {
  return (value, { report }) => {
    if (isObject(value) && !isRight(Object.keys(value).length)) report(() => expected, value);
  };
}
