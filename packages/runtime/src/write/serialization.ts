type Values = Readonly<Record<string, unknown>>;

/** Writes values for the query or for a form, those that travel as plain text as they are. */
export type Serialize = (values: Values) => Values;

/** What is written of a value: names and values as they travel. */
type Write = (name: string, value: unknown) => (readonly [string, unknown])[];

/** By wire name: `asJson`, or `flat`. */
export type Serialization = Readonly<Record<string, Write>>;

/** Writes the values that do not travel as plain text, each as documented; the others stay as they are. */
export function serialization(how: Serialization): Serialize {
  return (values) => {
    const entries = Object.entries(values).flatMap((entry) => {
      const [name, value] = entry;
      const write = Object.hasOwn(how, name) && how[name];
      return write && (value ?? null) !== null ? write(name, value) : [entry];
    });
    return Object.fromEntries(entries);
  };
}

/** As JSON text. */
export const asJson: Write = (name, value) => [[name, JSON.stringify(value)]];

/** Each leaf under the steps that lead to it: `Filter.1.Name`. Items count from 1; what is empty has no leaf. */
export function flat(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [[name, String(value)]];
  const members = Array.isArray(value)
    ? value.map((item, index) => [index + 1, item] as const)
    : Object.entries(value);
  return members.flatMap(([step, member]) => flat(`${name}.${step}`, member));
}
