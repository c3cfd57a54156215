import { isObject, type Json, type JsonObject } from "../document/json.ts";
import type { IsSecret } from "./redact-named.ts";
import { isSecretNumber, isSecretType, REDACTED } from "./secret-names.ts";

/** How JSON is redacted. */
export interface JsonRules {
  readonly isSecret: IsSecret;
  /** Every other text in it, and the names of members, which may be data too. */
  readonly text: (text: string) => string;
}

// Where a value has a wrapper, this is what it is called there.
const VALUE_MEMBERS = /^(value|values|val|data|content|contents|text|string|raw|key|id|secret|token)$/i;
// Where a name is data, this is what its member is called.
const NAME_MEMBERS = /^(name|key|parameterkey|parametername|header|field)$/i;
const TYPE_MEMBERS = /^(type|datatype|valuetype|format)$/i;

/**
 * A copy of a value without its secrets: what stands under the name of one; the value beside such a name
 * (`{ name: "password", value: "…" }`) or beside such a type (`{ type: "SecureString", value: "…" }`).
 */
export function redactJson(value: Json, rules: JsonRules): Json {
  if (typeof value === "string") return rules.text(value);
  if (Array.isArray(value)) return value.map((item) => redactJson(item, rules));
  if (!isObject(value)) return value;
  const isPair = namesSecret(value, rules);
  return fromEntries(
    Object.entries(value).map(([name, member]) => {
      const isSecret = rules.isSecret(name) || (isPair && /^(value|values|val|data)$/i.test(name));
      return [rules.text(name), isSecret ? conceal(name, member, rules) : redactJson(member, rules)];
    }),
  );
}

function namesSecret(object: JsonObject, { isSecret }: JsonRules): boolean {
  return Object.entries(object).some(
    ([member, value]) =>
      typeof value === "string" &&
      ((NAME_MEMBERS.test(member) && isSecret(value)) || (TYPE_MEMBERS.test(member) && isSecretType(value))),
  );
}

/**
 * What stands under the name of a secret. In an object, its value alone: a member `password` may hold whose it is,
 * and a member `token` when it lapses.
 */
function conceal(name: string, value: Json, rules: JsonRules): Json {
  // A truth value, nothing, or an empty text can be no secret.
  if (value === null || typeof value === "boolean" || value === "") return value;
  if (typeof value === "number" && !isSecretNumber(name)) return value;
  if (Array.isArray(value)) return value.map((item) => conceal(name, item, rules));
  if (!isObject(value)) return REDACTED;
  return fromEntries(
    Object.entries(value).map(([own, member]) => {
      const isValue = VALUE_MEMBERS.test(own) || rules.isSecret(own);
      return [rules.text(own), isValue ? conceal(own, member, rules) : redactJson(member, rules)];
    }),
  );
}

// `__proto__` is a name like any other here.
function fromEntries(entries: [string, Json][]): JsonObject {
  return Object.fromEntries(entries);
}
