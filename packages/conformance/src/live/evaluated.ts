import { isSuccess } from "../document/documented-response.ts";
import type { Json } from "../document/json.ts";
import { linkArguments } from "../run/link-arguments.ts";
import type { CaseRun } from "../run/run-case.ts";
import type { Link } from "../sandbox/world/links.ts";
import type { Evaluated } from "../sandbox/world/runtime-expression.ts";
import { jsonIn } from "../wire/json-in.ts";

/** Whether a step succeeded. */
export function isAnswered({ exchange: { response } }: CaseRun): boolean {
  return response !== undefined && isSuccess(response.status);
}

/** Whether it was answered, and not with success. */
export function isRefused(run: CaseRun): boolean {
  return run.exchange.response !== undefined && !isAnswered(run);
}

/** Whether an answer holds what a link takes out of it. */
export function isKnown({ target, parameters, bound }: Link, from: CaseRun): boolean {
  const needed = target.parameters.filter(({ required, name }) => required && parameters[name] !== undefined);
  const taken = bound.filter(({ name }) => needed.some((one) => one.name === name));
  const args = linkArguments(
    from.input.document,
    { target, parameters, body: undefined },
    evaluated(from),
    "required",
  );
  return taken.every(({ name }) =>
    [args.path, args.query, args.header].some((place) => place[name] !== undefined),
  );
}

/** What the expressions of links are evaluated on: a request and its answer. */
export function evaluated(run: CaseRun): Evaluated {
  const { arguments: args } = run.testCase;
  const headers = Object.fromEntries(run.exchange.response?.headers ?? []);
  return { ...args, body: args.body?.value, response: { headers, body: bodyOf(run) } };
}

/** The body of an answer, where it is JSON. */
export function bodyOf({ exchange: { response } }: CaseRun): Json | undefined {
  return jsonIn(response?.body);
}
