import { isObject, kindOf } from "./assert-options.ts";
import { isJson } from "./media-type.ts";
import type { OperationDescription } from "./operation-description.ts";

/**
 * Refuses what no request has a form for, for those who have no compiler to tell them. Names that are not documented,
 * and what cannot stand in a path or a query, are told where the request is written.
 *
 * @throws TypeError if they are no object, or one of them is a function, a symbol, or in JSON a BigInt.
 */
export function checkArguments({ id, parameters, body }: OperationDescription, args: unknown): void {
  if (!isObject(args)) {
    const names = Object.keys(parameters).join(", ");
    throw new TypeError(
      `${id} takes its arguments as one object: ${names ? `{ ${names} }` : "{}"}. It got ${kindOf(args)}.`,
    );
  }
  for (const name in args) {
    const value = args[name];
    const kind = typeof value;
    const isFormless = kind === "function" || kind === "symbol";
    if (
      !isFormless &&
      !(kind === "bigint" && parameters[name]?.in === "body" && isJson(body?.mediaType ?? ""))
    )
      continue;
    const hint = kind === "bigint" ? ": JSON has none. Give a number or a text" : "";
    throw new TypeError(`${id} cannot send ${name}, which is ${kindOf(value)}${hint}.`);
  }
}
