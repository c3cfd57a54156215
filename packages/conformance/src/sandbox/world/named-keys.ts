import { isObject, type Json } from "../../document/json.ts";
import type { Model } from "./model.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { membersOf } from "./schema-at.ts";

/** The caller chooses it, or it is made for the answer to the creation: there the document shows a sample. */
export type KeySource = { readonly from: "request" } | { readonly from: "answer"; readonly sample: string };

/** The first argument that it cannot do without, the one of its path, or else one that is a key; plain. */
export function argumentOf(
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
export function keyOf(
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
export function answered(body: Json | undefined, noun: string, key: string): string | undefined {
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
