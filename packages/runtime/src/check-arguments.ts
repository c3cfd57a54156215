import { kindOf } from "./assert-options.ts";
import { isJson } from "./media-type.ts";
import type { OperationDescription } from "./operation-description.ts";
import { inPlainQuery } from "./write/place.ts";

/**
 * Refuses what no request has a form for, for those who have no compiler to tell them. Names that are not documented,
 * and what cannot stand in a path, are told where the request is written.
 *
 * @throws TypeError if they are no object, or one of them is a function, a symbol, a number that is not finite, in JSON
 *   a BigInt, elsewhere a text with half of a surrogate pair, or in a query that takes neither lists nor objects one of
 *   these.
 */
export function checkArguments(operation: OperationDescription, args: unknown): void {
  const { id, parameters } = operation;
  // A Map, or URLSearchParams, has no members: it would pass for no arguments at all.
  if (kindOf(args) !== "[object Object]") {
    const names = Object.keys(parameters).join(", ");
    throw new TypeError(
      `${id} takes its arguments as one object: ${names ? `{ ${names} }` : "{}"}. It got ${kindOf(args)}.`,
    );
  }
  for (const name in args as object) {
    const value = (args as Readonly<Record<string, unknown>>)[name];
    if (typeof value === "object" && value !== null && !isWritable(operation, name, value)) {
      throw new TypeError(`${id} takes a text or a number as ${name}, not ${kindOf(value)}.`);
    }
    if (hasForm(operation, name, value)) continue;
    const hint = HINTS[typeof value] ?? "";
    throw new TypeError(`${id} cannot send ${name}, which is ${kindOf(value)}${hint}.`);
  }
}

const HINTS: Readonly<Record<string, string>> = {
  bigint: ": JSON has none. Give a number or a text",
  string: " with half of a surrogate pair",
};

function hasForm({ parameters, body }: OperationDescription, name: string, value: unknown): boolean {
  const type = typeof value;
  const isInJson = parameters[name]?.in === "body" && isJson(body?.mediaType ?? "");
  // What is not finite would travel as a word, and in JSON as `null`.
  if (type === "number") return Number.isFinite(value);
  if (type === "bigint") return !isInJson;
  // Half of a pair has no UTF-8. JSON has an escape for it.
  if (type === "string") return isInJson || !/[\ud800-\udfff]/u.test(value as string);
  return type !== "function" && type !== "symbol";
}

/** In a plain query, a list would be written as one text, `a,b`; unless the service documents how it is. */
function isWritable({ parameters, serialize }: OperationDescription, name: string, value: unknown): boolean {
  if (parameters[name] !== inPlainQuery) return true;
  const written = serialize?.({ [name]: value }) ?? { [name]: value };
  return !Object.values(written).includes(value);
}
