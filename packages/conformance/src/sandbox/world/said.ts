import type { Arguments } from "../../cases/test-case.ts";
import type { Document, Operation } from "../../document/document.ts";
import { tokenMembers, tokenParameters } from "../../document/idempotency-tokens.ts";
import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { VALUE_KIND } from "../../document/vocabulary.ts";
import { walkObjects } from "../../document/walk-objects.ts";
import { plainName } from "./plain-name.ts";

/** One argument of a request, of its top level. */
export interface Said {
  /** As it travels. */
  readonly name: string;
  readonly plain: string;
  readonly place: "path" | "query" | "header" | "body";
  readonly value: Json;
}

/** Names of what nobody is shown again. */
const SECRET = /passw|secret|token|credential|passphrase|privatekey|accesskey/;
/** How much of what was said is kept for a thing, in characters of JSON. */
const KEPT = 8192;

/** The arguments of a request, the members of an object that is its body each on their own. */
export function readSaid({ path, query, header, body }: Arguments): Said[] {
  const said: Said[] = [];
  const add = (place: Said["place"], values: Readonly<Record<string, Json>>) => {
    for (const name of Object.keys(values)) {
      said.push({ name, plain: plainName(name), place, value: values[name] as Json });
    }
  };
  add("path", path);
  add("query", query);
  add("header", header);
  if (body !== undefined) add("body", isObject(body.value) ? body.value : { body: body.value });
  return said;
}

/** All texts and numbers of a value, those of JSON in a text and of a list in a text too. */
export function scalarsIn(value: Json): string[] {
  if (typeof value === "number") return [String(value)];
  if (typeof value === "string") return mayHaveParts(value) ? [value, ...partsIn(value)] : [value];
  if (Array.isArray(value)) return value.flatMap(scalarsIn);
  return isObject(value) ? Object.values(value).flatMap(scalarsIn) : [];
}

// Of JSON, or of a list.
function mayHaveParts(text: string): boolean {
  return text.includes(",") || text.includes("{") || text.includes("[");
}

function partsIn(text: string): string[] {
  if (/^\s*[[{]/.test(text) && text.length < 100_000) {
    try {
      return scalarsIn(JSON.parse(text) as Json);
    } catch {
      return [];
    }
  }
  return text.includes(",") && text.length < 10_000 ? text.split(",").map((part) => part.trim()) : [];
}

/** What is kept of a request for later answers: no secret, no header, and nothing big. */
export function keptOf(said: readonly Said[], secrets: ReadonlySet<string>): Record<string, Json> {
  const kept: Record<string, Json> = {};
  for (const { place, plain, value } of said) {
    if (place === "header" || isSecret(plain)) continue;
    const shown = hideSecrets(value, secrets);
    // A plain name has no underscores, so that none is `__proto__`.
    if (isSmall(shown)) kept[plain] = shown;
  }
  return kept;
}

const judged = new Map<string, boolean>();

function isSecret(plain: string): boolean {
  const known = judged.get(plain);
  if (known !== undefined) return known;
  const secret = SECRET.test(plain);
  // As with plain names themselves.
  if (judged.size < 20_000) judged.set(plain, secret);
  return secret;
}

/** The names of members that hold a secret, such as a wrapper `secure-string`. */
export function secretNames({ root }: Document): Set<string> {
  const names = new Set<string>();
  walkObjects(root, ({ properties }) => {
    for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
      const mark = isObject(schema) ? schema[VALUE_KIND] : undefined;
      if (isObject(mark) && mark.kind === "secret") names.add(name);
    }
  });
  return names;
}

/** The token by which a request is known when it is repeated. */
export function tokenOf({ root }: Document, operation: Operation, said: readonly Said[]): string | undefined {
  const named = tokenNames(root, operation);
  const found = said.find(({ name, value }) => named.has(name) && typeof value === "string" && value !== "");
  return found && `${operation.id} ${String(found.value)}`;
}

const remembered = new WeakMap<Operation, ReadonlySet<string>>();

function tokenNames(root: JsonObject, operation: Operation): ReadonlySet<string> {
  const media = operation.requestBody?.content ?? [];
  const found =
    remembered.get(operation) ??
    new Set([
      ...tokenParameters(operation).map(({ name }) => name),
      ...media.flatMap((one) => tokenMembers(root, one)),
    ]);
  remembered.set(operation, found);
  return found;
}

function hideSecrets(value: Json, secrets: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((item) => hideSecrets(item, secrets));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !SECRET.test(plainName(name)))
      .map(([name, inner]) => [name, secrets.has(name) ? {} : hideSecrets(inner, secrets)]),
  );
}

function isSmall(value: Json): boolean {
  if (typeof value === "string") return value.length <= KEPT;
  return typeof value !== "object" || value === null || JSON.stringify(value).length <= KEPT;
}
