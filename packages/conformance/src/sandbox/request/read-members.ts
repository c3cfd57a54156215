import type { Json, JsonObject } from "../../document/json.ts";
import { coerceItems, memberSchema } from "../../schema/coerce.ts";
import type { Field } from "../../wire/serialize.ts";
import type { DocumentedField } from "./documented-field.ts";
import { isList, textReader } from "./field-type.ts";

/** An object, each member of which travelled as a field of its own. */
export function readMembers(
  root: JsonObject,
  field: Pick<DocumentedField, "name" | "schema" | "serialization">,
  sent: readonly Field[],
): Json {
  const { name, schema } = field;
  const isDeep = field.serialization === "deep";
  const members = Map.groupBy(sent, ([one]) => (isDeep ? firstMember(one, name) : one));
  return Object.fromEntries(
    [...members].map(([member, fields]): [string, Json] => {
      const at = memberSchema(root, schema, member);
      const own = `${name}[${member}]`;
      const within = isDeep ? fields.filter(([one]) => one.startsWith(`${own}[`)) : [];
      if (within.length > 0) {
        return [
          member,
          readMembers(root, { name: own, ...(at && { schema: at }), serialization: "deep" }, within),
        ];
      }
      const texts = fields.map(([, text]) => text);
      const isMany = texts.length > 1 || isList(root, at);
      return [member, isMany ? coerceItems(root, at, texts) : textReader(root, at)(texts[0] ?? "")];
    }),
  );
}

/** The member of `filter` that `filter[size][min]` is within: `size`. */
function firstMember(field: string, name: string): string {
  return field.slice(name.length + 1, -1).split("][", 1)[0] ?? "";
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
