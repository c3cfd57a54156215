import { isObject, type Json } from "../../document/json.ts";
import { valueAt } from "../../document/pointer.ts";

/** A runtime expression that was read (OAS 3.1.1 §4.8.20.4). */
export type Expression =
  | { readonly from: "request"; readonly place: "path" | "query" | "header"; readonly name: string }
  | { readonly from: "response"; readonly place: "header"; readonly name: string }
  | { readonly from: "request" | "response"; readonly place: "body"; readonly pointer: string };

/** What an expression is evaluated over. */
export interface Evaluated {
  readonly path: Readonly<Record<string, Json>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly header: Readonly<Record<string, Json>>;
  readonly body: Json | undefined;
  readonly response?: { readonly headers: Readonly<Record<string, string>>; readonly body: Json | undefined };
}

/**
 * Reads an expression; `undefined` for a constant, and for what no argument of a next call comes from (`$url`,
 * `$method`, `$statusCode`).
 *
 * @example readExpression("$response.body#/job-id")
 */
export function readExpression(text: Json): Expression | undefined {
  if (typeof text !== "string") return undefined;
  const [, from, rest = ""] = /^\{?\$(request|response)\.([^}]+)\}?$/.exec(text) ?? [];
  if (from !== "request" && from !== "response") return undefined;
  if (rest === "body" || rest.startsWith("body#")) {
    return { from, place: "body", pointer: `#${rest.slice("body#".length)}` };
  }
  const [, place, name = ""] = /^(header|query|path)\.(.+)$/.exec(rest) ?? [];
  if (place === "header") return { from, place, name };
  if (from === "request" && (place === "query" || place === "path")) return { from, place, name };
  return undefined;
}

/** What an expression stands for, or `undefined` where nothing stands. */
export function evaluate(expression: Expression, over: Evaluated): Json | undefined {
  if (expression.place === "body") {
    const body = expression.from === "request" ? over.body : over.response?.body;
    return body === undefined ? undefined : valueAt(body, expression.pointer);
  }
  if (expression.place !== "header") return over[expression.place][expression.name];
  // RFC 9110 §5.1: the names of headers are case-insensitive.
  const headers = expression.from === "request" ? over.header : (over.response?.headers ?? {});
  const entry = Object.entries(headers).find(
    ([name]) => name.toLowerCase() === expression.name.toLowerCase(),
  );
  return entry?.[1];
}

/** The expressions in an argument, at any depth, each with the name of the innermost member that it is given to. */
export function expressionsIn(value: Json, name: string): { name: string; expression: Expression }[] {
  if (Array.isArray(value)) return value.flatMap((item) => expressionsIn(item, name));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([member, inner]) => expressionsIn(inner, member));
  }
  const expression = readExpression(value);
  return expression ? [{ name, expression }] : [];
}

/** An argument with what its expressions stand for; members without a value are left out. */
export function fillIn(value: Json, over: Evaluated): Json | undefined {
  if (Array.isArray(value)) return value.flatMap((item) => fillIn(item, over) ?? []);
  if (isObject(value)) {
    const filled = Object.entries(value).map(([name, inner]) => [name, fillIn(inner, over)] as const);
    return Object.fromEntries(filled.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  }
  const expression = readExpression(value);
  return expression ? evaluate(expression, over) : value;
}
