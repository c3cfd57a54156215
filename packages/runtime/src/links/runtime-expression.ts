import { valueAt } from "../pointer.ts";

/** What a runtime expression (OAS 3.1.1 §4.8.20.4) may speak of. */
export interface Exchange {
  /** The arguments of the call, by name: the members of a flat body among them. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly response: Response;
  /** The parsed body of the response. */
  readonly body: unknown;
}

/** What an expression stands for; a constant stands for itself, and so does each member of an object or a list. */
export function evaluate(expression: unknown, exchange: Exchange): unknown {
  if (Array.isArray(expression)) return expression.map((item) => evaluate(item, exchange));
  if (typeof expression === "object" && expression !== null) {
    return Object.fromEntries(
      Object.entries(expression).map(([name, item]) => [name, evaluate(item, exchange)]),
    );
  }
  if (typeof expression !== "string" || !expression.startsWith("$")) return expression;

  const [, source, where, rest = ""] =
    /^\$(request|response)\.(path|query|header|body)(?:[.#])?(.*)$/.exec(expression) ?? [];
  if (source === "response") {
    if (where === "header") return exchange.response.headers.get(rest) ?? undefined;
    return where === "body" ? valueAt(exchange.body, rest) : undefined;
  }
  if (source !== "request") return undefined;
  if (where !== "body") return argument(exchange.args, rest);
  const whole = Object.hasOwn(exchange.args, "body") ? exchange.args.body : exchange.args;
  return valueAt(whole, rest);
}

/** A header's name is known in any case (RFC 9110 §5.1), an argument is not. */
function argument(args: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(args, name)) return args[name];
  const same = Object.keys(args).find((key) => key.toLowerCase() === name.toLowerCase());
  return same === undefined ? undefined : args[same];
}
