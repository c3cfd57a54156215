import type { Json, JsonObject } from "../../document/json.ts";
import { coerceItems, memberSchema } from "../../schema/coerce.ts";
import type { Field } from "../../wire/serialize.ts";
import type { DocumentedField } from "./documented-field.ts";
import { isList, textReader } from "./field-type.ts";

/** An object, each member of which travelled as a field of its own. */
export function readMembers(
  root: JsonObject,
  { name, schema, serialization }: DocumentedField,
  sent: readonly Field[],
): Json {
  const isDeep = serialization === "deep";
  const members = Map.groupBy(sent, ([field]) => (isDeep ? field.slice(name.length + 1, -1) : field));
  return Object.fromEntries(
    [...members].map(([member, fields]): [string, Json] => {
      const at = memberSchema(root, schema, member);
      const texts = fields.map(([, text]) => text);
      const isMany = texts.length > 1 || isList(root, at);
      return [member, isMany ? coerceItems(root, at, texts) : textReader(root, at)(texts[0] ?? "")];
    }),
  );
}

/** Items, or the names and values of members, in one text. */
export function readDelimited(
  root: JsonObject,
  { schema, serialization, isList: isListed }: DocumentedField,
  text: string,
  delimiter: string,
): Json {
  const parts = text === "" ? [] : text.split(delimiter);
  if (isListed) return coerceItems(root, schema, parts);
  const flat = serialization === "pairs" ? parts.flatMap((part) => part.split(/=(.*)/s, 2)) : parts;
  const names = flat.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      textReader(root, memberSchema(root, schema, name))(flat[2 * index + 1] ?? ""),
    ]),
  );
}
