import { isObject, type Json } from "../document/json.ts";
import { type Serialization, serialize } from "./serialize.ts";

/** The fields of a form: text alone, and possibly several under one name. */
export type Form = Readonly<Record<string, readonly string[]>>;

/** Reads `application/x-www-form-urlencoded`. */
export function parseForm(text: string): Form {
  const fields = new URLSearchParams(text);
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
}

/** The form that holds a value, each member as it travels. */
export function formOf(value: Json, serializations: Readonly<Record<string, Serialization>> = {}): Form {
  const fields = Object.entries(isObject(value) ? value : {}).flatMap(([name, member]) =>
    serialize(name, member, serializations[name]),
  );
  return Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, own]) => [name, own.map(([, text]) => text)]),
  );
}

/** Writes `application/x-www-form-urlencoded`. */
export function formatForm(form: Form): string {
  const pairs = Object.entries(form).flatMap(([name, fields]) => fields.map((field) => [name, field]));
  return String(new URLSearchParams(pairs));
}
