import { errorCodePlace } from "../../document/error-code-place.ts";
import type { JsonObject } from "../../document/json.ts";
import { below, type Pointer, valueAt } from "../../document/pointer.ts";
import { memberSchema, typesOf } from "../../schema/coerce.ts";
import { documentedMembers } from "../../schema/documented-members.ts";

/** Where an error says in words what is wrong. */
export interface MessagePlace {
  readonly pointer: Pointer;
  /** How many characters there is room for. */
  readonly room: number;
}

// What the field calls it, without case and separators; the plainest first.
const NAMES = ["message", "msg", "errormessage", "errormsg", "detail", "description"];
// Without a code beside it, only these are sure to be an error's words.
const SURE = NAMES.slice(0, 4);

/** How many characters a message has at most. */
const LENGTH = 1000;

/** The member of an error's body that says what is wrong: it stands beside the code `code`, if there are codes. */
export function messagePlace(
  root: JsonObject,
  schema: Pointer,
  code: string | undefined,
): MessagePlace | undefined {
  const steps = errorCodePlace(root, schema, code)?.steps;
  if (steps?.includes("*")) return undefined;
  const holder = (steps ?? []).slice(0, -1);
  const around = holder.reduce<Pointer | undefined>((at, step) => memberSchema(root, at, step), schema);
  if (around === undefined) return undefined;
  const members = [...documentedMembers(root, around).keys()];
  const name = (steps ? NAMES : SURE)
    .map((known) => members.find((member) => plain(member) === known && isText(root, around, member)))
    .find((member) => member !== undefined);
  if (name === undefined) return undefined;
  return { pointer: below("#", ...holder, name), room: roomIn(root, memberSchema(root, around, name)) };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}

function isText(root: JsonObject, around: Pointer, name: string): boolean {
  const member = memberSchema(root, around, name);
  return member !== undefined && typesOf(root, member).includes("string");
}

function roomIn(root: JsonObject, schema: Pointer | undefined): number {
  const maximum = schema === undefined ? undefined : valueAt(root, below(schema, "maxLength"));
  return typeof maximum === "number" ? Math.min(maximum, LENGTH) : LENGTH;
}
