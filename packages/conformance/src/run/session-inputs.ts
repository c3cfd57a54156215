import type { Document } from "../document/document.ts";
import { isObject, type Json } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import { below } from "../document/pointer.ts";
import { SESSION } from "../document/vocabulary.ts";
import { roleOf } from "../sandbox/access/input-role.ts";
import { DEVELOPMENT_CREDENTIALS } from "./credentials.ts";

/** What the first documented way to log in asks of a user. */
export interface SessionInputs {
  readonly values: Readonly<Record<string, string>>;
}

/** The inputs of the first way to log in that a document has, filled with the credentials for development. */
export function sessionInputs({ root, securitySchemes }: Document): SessionInputs | undefined {
  const ways = Object.keys(securitySchemes).flatMap((name) => {
    const mark = objectAt(root, below("#/components/securitySchemes", name))[SESSION];
    return Array.isArray(mark) ? mark.filter(isObject) : [];
  });
  const [way] = ways;
  if (!way) return undefined;
  const optional = Array.isArray(way.optional) ? way.optional.map(String) : [];
  const names = inputsIn(way.arguments ?? {}).filter((name) => !optional.includes(name));
  return { values: Object.fromEntries(names.map((name) => [name, valueFor(name)])) };
}

function inputsIn(value: Json): string[] {
  if (typeof value === "string") return /^\$inputs\.(.+)$/.exec(value)?.slice(1) ?? [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(inputsIn) : [];
}

function valueFor(name: string): string {
  const { username = "", password = "", token = "" } = DEVELOPMENT_CREDENTIALS;
  return { username, password, token, other: "development" }[roleOf(name)];
}
