import { isObject } from "../../document/json.ts";
import type { Model } from "./model.ts";
import { answered, argumentOf, idName, type KeySource, keyOf } from "./named-keys.ts";
import type { Role } from "./role.ts";

/** What an operation does with things that no link leads to, but that go by a name or by an id all the same. */
export interface NamedRole {
  readonly kind: NamedKind;
  readonly does: "create" | "list" | "other";
  /** The argument that names the thing, or things: plain; absent where none does. */
  readonly argument?: string;
  /** Which of the kind's keys it is. */
  readonly key?: string;
}

export interface NamedKind {
  /** The operationId of what creates them. */
  readonly create: string;
  readonly noun: string;
  /** What a thing is asked for by, plain. */
  readonly keys: ReadonlyMap<string, KeySource>;
  /** The id that the document shows for one, where it shows one. */
  readonly sampleId?: string;
}

const CREATES = verbs("create", "add", "register");
const READS = verbs("get", "describe", "show", "read");
const LISTS = verbs("list", "query", "search", "describe", "get");
const WRITES = verbs("delete", "remove", "batchDelete", "batchRemove", "update", "modify", "edit", "set");

/**
 * Reads off the names of operations which belong together: `createJob`, `getJob`, `updateJob`, `deleteJobs` and
 * `listJobs`. Where links say it, they are followed instead.
 */
export function readNamedKinds(model: Model): Map<string, NamedRole> {
  const roles = [...model.operations.values()].filter(
    (role) => !role.session && !role.creates && !role.cancels,
  );
  const found = new Map<string, NamedRole>();
  for (const create of roles) {
    for (const [id, role] of readKind(model, create, roles)) found.set(id, role);
  }
  return found;
}

/** What each operation does with the things that one of them creates. */
function readKind(model: Model, create: Role, roles: readonly Role[]): Map<string, NamedRole> {
  const found = new Map<string, NamedRole>();
  const noun = nounOf(create, CREATES);
  if (noun === undefined || create.safe || !isObject(create.draft?.value)) return found;
  const keys = new Map<string, KeySource>();
  const sampleId = answered(create.draft.value, noun, idName(noun));
  const kind = { create: create.operation.id, noun, keys, ...(sampleId !== undefined && { sampleId }) };
  const own = roles.filter((role) => isOf(role, noun)).sort((a, b) => Number(b.safe) - Number(a.safe));
  for (const role of own) {
    const argument = argumentOf(role, keys);
    const key = argument && keyOf(model, create, noun, argument, keys);
    if (argument && key) found.set(role.operation.id, { kind, does: "other", argument, key });
  }
  if (keys.size === 0) return found;
  found.set(create.operation.id, { kind, does: "create" });
  const lists = roles.filter((role) => role.paging && nounOf(role, LISTS) === `${noun}s`);
  for (const { operation } of lists) found.set(operation.id, { kind, does: "list" });
  return found;
}

/** A name that begins with one of these, in whichever case names begin. */
function verbs(...words: string[]): RegExp {
  const either = words.map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`);
  return new RegExp(`^(${either.join("|")})(?=[A-Z])`);
}

/** What an operation is about, by its name: `Job` of `getJob_1`. */
function nounOf({ operation: { id } }: Role, verb: RegExp): string | undefined {
  const [begun] = verb.exec(id) ?? [];
  return begun === undefined ? undefined : id.slice(begun.length).replace(/_\d+$/, "");
}

function isOf(role: Role, noun: string): boolean {
  if (role.paging) return false;
  const about = nounOf(role, role.safe ? READS : WRITES);
  return about === noun || (!role.safe && about === `${noun}s`);
}
