import type { Serialization } from "./operation-description.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes the values that do not travel as plain text, each as documented; the others stay as they are. */
export function serializeValues(values: Values, serialize: Serialization = {}): Values {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    if (value === undefined || value === null) return [];
    const how = Object.hasOwn(serialize, name) ? serialize[name] : undefined;
    if (how === "json") return [[name, JSON.stringify(value)]];
    return how === "flat" ? flatten(name, value) : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Each leaf under the steps that lead to it: `Filter.1.Name`. Items count from 1; what is empty has no leaf. */
function flatten(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[name, String(value)]];
  const members = Array.isArray(value)
    ? value.map((item, index) => [index + 1, item] as const)
    : Object.entries(value);
  return members.flatMap(([step, member]) => flatten(`${name}.${step}`, member));
}
