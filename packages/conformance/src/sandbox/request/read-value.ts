import type { Json, JsonObject } from "../../document/json.ts";
import { delimiterOf, type Field, isByMember } from "../../wire/serialize.ts";
import type { DocumentedField } from "./documented-field.ts";
import { parseJson } from "./parse-json.ts";
import { readDelimited, readMembers } from "./read-members.ts";
import { unflatten } from "./unflatten.ts";

/** A value that travelled as text; or what is wrong with the text, where it cannot be read. */
export type ReadValue =
  | { readonly value: Json; readonly problem?: undefined }
  | { readonly problem: { readonly expected: string; readonly received: string } };

/** The value of a parameter or of a form's member, from the fields that it travelled as. */
export function readValue(root: JsonObject, field: DocumentedField, sent: readonly Field[]): ReadValue {
  const { name, serialization, isList, readText } = field;
  if (serialization === "flat") return { value: unflatten(root, field, sent) };
  // A scalar bears the name itself.
  const isWhole = serialization === "deep" && sent.every(([field]) => field === name);
  if (isByMember(serialization) && !isWhole) return { value: readMembers(root, field, sent) };
  const delimiter = delimiterOf(serialization);
  const isOne = !isList || serialization === "json" || delimiter !== undefined;
  if (sent.length > 1 && isOne) {
    return { problem: { expected: `one ${name}`, received: `${sent.length} of them` } };
  }
  const text = sent[0]?.[1] ?? "";
  if (serialization === "json") {
    const read = parseJson(text);
    if (read.problem === undefined) return { value: read.value };
    return { problem: { expected: "a JSON text", received: read.problem } };
  }
  if (delimiter !== undefined) return { value: readDelimited(root, field, text, delimiter) };
  return { value: isList ? sent.map(([, item]) => readText(item)) : readText(text) };
}

/** The value of a parameter in a path or a header, where the items of a list are joined with commas. */
export function readJoined(root: JsonObject, field: DocumentedField, text: string): ReadValue {
  const isOne = !field.isList || delimiterOf(field.serialization) !== undefined;
  if (isOne) return readValue(root, field, [[field.name, text]]);
  const items = text === "" ? [] : text.split(",").map((item) => item.trim());
  return readValue(
    root,
    field,
    items.map((item) => [field.name, item]),
  );
}
