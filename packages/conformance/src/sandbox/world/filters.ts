import { documentedValues } from "../../document/documented-values.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { isExample } from "./examples.ts";
import type { Member } from "./fact.ts";
import type { Model } from "./model.ts";
import type { Role } from "./role.ts";
import type { Said } from "./said.ts";
import { schemaAt } from "./schema-at.ts";

/** Whether an argument of a list may ask for some of its items. */
export function isFilter(model: Model, { paging }: Role, { plain, place, value }: Said): boolean {
  if (place === "header" || model.families.has(plain)) return false;
  if (isObject(value)) return false;
  return !paging?.asked.has(plain);
}

/** An argument that asks for some of the items. */
export interface Filter {
  /** Plain name of the member that it looks at. */
  readonly plain: string;
  /**
   * Whether an item is of those that it asks for.
   *
   * @param member the item's that has the argument's name
   */
  admits(member: Member | undefined): boolean;
  /** Whether the document itself asks for this: then it need not fit what the document answers. */
  isShown(): boolean;
}

/** Reads an argument as a filter: what does not depend on the items is found out once. */
export function readFilter(root: JsonObject, role: Role, { plain, value, name }: Said): Filter {
  const wanted = (Array.isArray(value) ? value : [value]).map(String);
  let words: readonly Json[] | undefined;
  return {
    plain,
    admits(member) {
      const said = member?.value;
      if (!member || said === undefined || said === null || typeof said === "object") return true;
      return wanted.includes(String(said)) || !mayEqual(member.name, said);
    },
    isShown: () => isExample(role, plain, value),
  };

  // A filter may have words of its own for what the items say in others.
  function mayEqual(member: string, said: Json): boolean {
    const { status } = role;
    if (status && status.steps.at(-1) === member) {
      const values = Object.values(status.values).flat().map(String);
      return wanted.some((one) => values.includes(one));
    }
    words ??= wordsOf(root, role, name);
    return words.length === 0 || words.includes(said);
  }
}

function wordsOf(root: JsonObject, { operation }: Role, argument: string): readonly Json[] {
  const parameter = operation.parameters.find(({ name }) => name === argument)?.schema;
  const media = operation.requestBody?.content[0]?.schema;
  const schema = parameter ?? schemaAt(root, media, [argument]);
  return schema === undefined ? [] : documentedValues(root, schema).values;
}
