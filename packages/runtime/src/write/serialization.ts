type Values = Readonly<Record<string, unknown>>;

/** Writes values for the query or for a form, those that travel as plain text as they are. */
export type Serialize = (values: Values) => Values;

/** By wire name: as JSON text, or `flat`, each leaf as a value of its own (`Filter.1.Name`). */
export type Serialization = Readonly<Record<string, "json" | "flat">>;

/** Writes the values that do not travel as plain text, each as documented; the others stay as they are. */
export function serialization(how: Serialization): Serialize {
  return (values) => {
    const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const way = Object.hasOwn(how, name) ? how[name] : undefined;
      if (value === undefined || value === null || !way) return [[name, value]];
      return way === "json" ? [[name, JSON.stringify(value)]] : flatten(name, value);
    });
    return Object.fromEntries(entries);
  };
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
