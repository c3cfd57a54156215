import type { Json, JsonObject } from "../../document/json.ts";
import type { State } from "./life.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { membersOf, sharedSchema } from "./schema-at.ts";

/** The value that a start goes through in a state, where a link says so. */
export function valueIn(start: Role, polled: Role, state: State): Json | undefined {
  if (state === "expired") return undefined;
  const own = start.links.find(({ target, values }) => values && target === polled.operation);
  return (own ?? start.links.find(({ values }) => values))?.values?.[state];
}

/** The ids in a path that a sample shows, and what stood there in the request: addresses are made of them. */
export function renamedPaths(
  role: Role | undefined,
  said: Readonly<Record<string, Json>>,
): [string, string][] {
  return (role?.operation.parameters ?? []).flatMap(({ name, in: place, example }): [string, string][] => {
    const value = said[plainName(name)];
    if (place !== "path" || typeof example !== "string" || typeof value !== "string") return [];
    return example.length < 8 || example === value ? [] : [[example, value]];
  });
}

/** The members of a start's body by what their schemas refer to. */
export function sharedArguments(root: JsonObject, { operation }: Role): Map<string, string> {
  const found = new Map<string, string>();
  for (const { schema } of operation.requestBody?.content ?? []) {
    for (const [name, member] of schema === undefined ? [] : membersOf(root, schema)) {
      const referred = sharedSchema(root, member);
      if (referred !== undefined && !found.has(referred)) found.set(referred, plainName(name));
    }
  }
  return found;
}
