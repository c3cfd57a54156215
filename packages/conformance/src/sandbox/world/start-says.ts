import type { Operation } from "../../document/document.ts";
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
  const found: [string, string][] = [];
  for (const { plain, example } of role ? shownInPath(role.operation) : []) {
    const value = said[plain];
    if (typeof value === "string" && value !== example) found.push([example, value]);
  }
  return found;
}

/** What the document shows of the arguments in a path, of those that are long enough to be ids. */
function shownInPath(operation: Operation): readonly { readonly plain: string; readonly example: string }[] {
  const known = remembered.get(operation);
  if (known) return known;
  const shown = operation.parameters.flatMap(({ name, in: place, example }) =>
    place === "path" && typeof example === "string" && example.length >= 8
      ? [{ plain: plainName(name), example }]
      : [],
  );
  remembered.set(operation, shown);
  return shown;
}

const remembered = new WeakMap<Operation, ReturnType<typeof shownInPath>>();

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
