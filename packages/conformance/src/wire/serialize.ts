import { isObject, type Json } from "../document/json.ts";

/**
 * How a value that is no scalar travels in a path, a query, a header, a cookie or a form.
 *
 * - `repeated`: a list as fields of one name (OAS 3.1.1 §4.8.12.2.2, `form` with `explode`), an object as JSON
 * - `json`: the whole value as one JSON text
 * - `flat`: each leaf as a field of its own, `Filter.1.Name`
 * - `commas`, `spaces`, `pipes`: one field, in which items, or names and values in turn, are joined
 * - `pairs`: one field of an object's members, `a=1,b=2`
 * - `deep`: each member as a field of its own, `filter[name]` (`deepObject`), and each of an object within it likewise,
 *   `filter[size][min]`, which OAS leaves open and services read so; what is no object as by default
 * - `spread`: each member as a field of its own name (`form` with `explode`, of an object)
 */
export type Serialization =
  | "repeated"
  | "json"
  | "flat"
  | "commas"
  | "spaces"
  | "pipes"
  | "pairs"
  | "deep"
  | "spread";

/** What stands between the items of one field. */
const DELIMITERS: Partial<Record<Serialization, string>> = {
  commas: ",",
  pairs: ",",
  spaces: " ",
  pipes: "|",
};

/** One field of a query or a form. */
export type Field = readonly [name: string, text: string];

/** The fields that a value travels as. */
export function serialize(name: string, value: Json, serialization: Serialization = "repeated"): Field[] {
  if (serialization === "json") return [[name, JSON.stringify(value)]];
  if (serialization === "flat") return flatten(name, value);
  if (delimiterOf(serialization) !== undefined) return [[name, joined(value, serialization)]];
  if (isObject(value) && isByMember(serialization)) {
    return Object.entries(value).flatMap(([key, member]) =>
      serialize(memberField(name, key, serialization), member, serialization === "deep" ? "deep" : undefined),
    );
  }
  return (Array.isArray(value) ? value : [value]).map((item) => [name, textOf(item)]);
}

/** The one text that a value travels as; by default, joined with commas, as `simple` has it in paths and headers. */
export function joined(value: Json, serialization: Serialization = "commas"): string {
  const delimiter = delimiterOf(serialization) ?? ",";
  if (Array.isArray(value)) return value.map(textOf).join(delimiter);
  if (!isObject(value)) return textOf(value);
  const between = serialization === "pairs" ? "=" : delimiter;
  return Object.entries(value)
    .map(([name, member]) => `${name}${between}${textOf(member)}`)
    .join(delimiter);
}

/** What stands between the items of a value that travels as one field; `undefined` where it does not. */
export function delimiterOf(serialization: Serialization | undefined): string | undefined {
  return serialization && DELIMITERS[serialization];
}

/** Whether each member of an object is a field of its own. */
export function isByMember(serialization: Serialization | undefined): boolean {
  return serialization === "deep" || serialization === "spread";
}

/** Whether a value travels as fields of other names than its own. */
export function isSplit(serialization: Serialization | undefined): boolean {
  return serialization === "flat" || isByMember(serialization);
}

/** What the field of an object's member is called. */
function memberField(name: string, member: string, serialization: Serialization | undefined): string {
  return serialization === "deep" ? `${name}[${member}]` : member;
}

/**
 * Whether a field is one of those that a parameter travels as.
 *
 * @param members the documented members of an object that is spread
 */
export function isFieldOf(
  name: string,
  serialization: Serialization | undefined,
  field: string,
  members: readonly string[] = [],
): boolean {
  if (serialization === "spread") return members.includes(field);
  if (field === name) return true;
  if (serialization === "deep") return field.startsWith(`${name}[`) && field.endsWith("]");
  return serialization === "flat" && field.startsWith(`${name}.`);
}

function flatten(name: string, value: Json): Field[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => flatten(`${name}.${index + 1}`, item));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => flatten(`${name}.${key}`, item));
  return [[name, String(value)]];
}

function textOf(value: Json): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
