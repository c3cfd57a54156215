import type { LinkDescription, OperationDescription } from "../operation-description.ts";
import { inBody } from "../write/place.ts";
import { type Exchange, evaluate } from "./runtime-expression.ts";

/** What a link says to call its target with, after an exchange. */
export function linkArguments(
  { parameters = {}, requestBody }: Pick<LinkDescription, "parameters" | "requestBody">,
  target: OperationDescription,
  exchange: Exchange,
): Readonly<Record<string, unknown>> {
  const args: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(parameters)) {
    args[argumentName(target, name)] = evaluate(expression, exchange);
  }
  const body = evaluate(requestBody, exchange);
  if (body === undefined) return args;
  return { ...args, ...(target.parameters.body === inBody ? { body } : (body as object)) };
}

/** OAS 3.1.1 §4.8.20.1: a name may be qualified by its place, `path.jobId`. */
export function argumentName({ parameters }: OperationDescription, name: string): string {
  return Object.hasOwn(parameters, name) ? name : name.replace(/^(path|query|header|cookie)\./, "");
}
