import { createCases, mainCase } from "../cases/create-cases.ts";
import type { Arguments } from "../cases/test-case.ts";
import type { Document, Place } from "../document/document.ts";
import { isObject, type JsonObject } from "../document/json.ts";
import type { Link } from "../sandbox/world/links.ts";
import { type Evaluated, fillIn } from "../sandbox/world/runtime-expression.ts";

/**
 * The arguments of a link's target: those that the document shows for it, with those that the link gives.
 *
 * @param over what was sent and what came
 * @param from which of those that the document shows; an optional one may be a filter that leaves the thing out
 */
export function linkArguments(
  document: Document,
  { target, parameters, body }: Pick<Link, "target" | "parameters" | "body">,
  over: Evaluated,
  from: "all" | "required" = "all",
): Arguments {
  const main = mainCase(createCases(document), target);
  if (!main) throw new Error(`${target.id} documents no answer`);
  const given = fillIn(parameters, over) as JsonObject;
  const at = (place: Place) =>
    Object.fromEntries(
      target.parameters.flatMap(({ name, in: where, required }) => {
        const shown = required || from === "all" ? main.arguments[where][name] : undefined;
        const value = given[name] ?? shown;
        return where === place && value !== undefined ? [[name, value]] : [];
      }),
    );
  const own = body === undefined ? undefined : fillIn(body, over);
  const shown = main.arguments.body;
  const args = { path: at("path"), query: at("query"), header: at("header"), cookie: at("cookie") };
  const value = isObject(own) && isObject(shown?.value) ? { ...shown.value, ...own } : (own ?? shown?.value);
  return shown && value !== undefined ? { ...args, body: { type: shown.type, value } } : args;
}
