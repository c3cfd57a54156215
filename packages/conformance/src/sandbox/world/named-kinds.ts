import { isObject, type Json } from "../../document/json.ts";
import type { Model } from "./model.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { membersOf } from "./schema-at.ts";

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

/** The caller chooses it, or it is made for the answer to the creation: there the document shows a sample. */
export type KeySource = { readonly from: "request" } | { readonly from: "answer"; readonly sample: string };

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
    const noun = nounOf(create, CREATES);
    if (noun === undefined || create.safe || !isObject(create.draft?.value)) continue;
    const keys = new Map<string, KeySource>();
    const sampleId = answered(create.draft.value, noun, idName(noun));
    const kind = { create: create.operation.id, noun, keys, ...(sampleId !== undefined && { sampleId }) };
    const own = roles.filter((role) => isOf(role, noun)).sort((a, b) => Number(b.safe) - Number(a.safe));
    for (const role of own) {
      const argument = argumentOf(role, keys);
      const key = argument && keyOf(model, create, noun, argument, keys);
      if (argument && key) found.set(role.operation.id, { kind, does: "other", argument, key });
    }
    if (keys.size === 0) continue;
    found.set(create.operation.id, { kind, does: "create" });
    for (const role of roles) {
      const isList = role.paging && nounOf(role, LISTS) === `${noun}s`;
      if (isList) found.set(role.operation.id, { kind, does: "list" });
    }
  }
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

/** The first argument that it cannot do without, the one of its path, or else one that is a key; plain. */
function argumentOf(
  { operation: { parameters } }: Role,
  keys: ReadonlyMap<string, KeySource>,
): string | undefined {
  const required = parameters.filter(({ required, in: place }) => required && place !== "header");
  const inPath = required.filter(({ in: place }) => place === "path");
  // Of several in a path, none names the thing alone.
  if (inPath.length > 1) return undefined;
  const [first] = inPath.length > 0 ? inPath : required;
  return first
    ? plainName(first.name)
    : parameters.map(({ name }) => plainName(name)).find((one) => keys.has(one));
}

/** The key that an argument is, by where a creation has it from. */
function keyOf(
  { root }: Model,
  create: Role,
  noun: string,
  argument: string,
  keys: Map<string, KeySource>,
): string | undefined {
  const { parameters, requestBody } = create.operation;
  const asked = new Set([
    ...parameters.map(({ name }) => plainName(name)),
    ...(requestBody?.content ?? []).flatMap(({ schema }) =>
      schema === undefined ? [] : [...membersOf(root, schema).keys()].map(plainName),
    ),
  ]);
  for (const key of [argument, argument.replace(/s$/, "")]) {
    if (keys.has(key)) return key;
    const sample = answered(create.draft?.value, noun, key);
    if (asked.has(key)) keys.set(key, { from: "request" });
    else if (sample !== undefined) keys.set(key, { from: "answer", sample });
    else continue;
    return key;
  }
  return undefined;
}

/** What an id of one is called, plain. */
export function idName(noun: string): string {
  return `${plainName(noun)}id`;
}

/** What an answer has for a key: under its name, or for `jobId` under `id`; in its envelope, if it has one. */
function answered(body: Json | undefined, noun: string, key: string): string | undefined {
  const envelope = isObject(body)
    ? Object.keys(body).find((name) => plainName(name) === plainName(noun))
    : undefined;
  const holder = envelope === undefined ? body : valueAtSteps(body, [envelope]);
  for (const [name, value] of isObject(holder) ? Object.entries(holder) : []) {
    const isKey = plainName(name) === key || (key === idName(noun) && plainName(name) === "id");
    if (isKey && typeof value === "string") return value;
  }
  return undefined;
}
