import { documentedValues } from "../../document/documented-values.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import type { Member } from "./fact.ts";
import type { Model } from "./model.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import type { Said } from "./said.ts";
import { schemaAt } from "./schema-at.ts";

/** Whether an argument of a list may ask for some of its items. */
export function isFilter(model: Model, { paging }: Role, { plain, place, value }: Said): boolean {
  if (place === "header" || model.families.has(plain)) return false;
  if (
    isObject(value) ||
    (paging && [paging.style.parameter, paging.size ?? ""].map(plainName).includes(plain))
  )
    return false;
  return true;
}

/**
 * Whether an item is of those that an argument asks for.
 *
 * @param member the item's that has the argument's name
 */
export function admits(
  root: JsonObject,
  role: Role,
  { plain, value, name }: Said,
  member: Member | undefined,
  isSample: boolean,
): boolean {
  // What the document asks for and what it answers need not fit.
  if (isSample && role.examples.get(plain)?.has(JSON.stringify(value))) return true;
  const said = member?.value;
  if (!member || said === undefined || said === null || typeof said === "object") return true;
  const wanted = (Array.isArray(value) ? value : [value]).map(String);
  if (!mayEqual(root, role, name, member.name, said, wanted)) return true;
  return wanted.includes(String(said));
}

// A filter may have words of its own for what the items say in others.
function mayEqual(
  root: JsonObject,
  role: Role,
  argument: string,
  member: string,
  said: Json,
  wanted: readonly string[],
): boolean {
  const { status, operation } = role;
  if (status && status.steps.at(-1) === member) {
    const values = Object.values(status.values).flat().map(String);
    return wanted.some((value) => values.includes(value));
  }
  const parameter = operation.parameters.find(({ name }) => name === argument)?.schema;
  const media = operation.requestBody?.content[0]?.schema;
  const schema = parameter ?? schemaAt(root, media, [argument]);
  const values = schema === undefined ? [] : documentedValues(root, schema).values;
  return values.length === 0 || values.includes(said);
}
