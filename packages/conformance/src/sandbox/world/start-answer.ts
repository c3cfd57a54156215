import type { Json } from "../../document/json.ts";
import type { Draft } from "../draft.ts";
import type { Received } from "../received.ts";
import type { Link } from "./links.ts";
import { locationOf } from "./location.ts";
import { putAt, valueAtSteps } from "./place.ts";
import type { Role } from "./role.ts";
import type { Evaluated } from "./runtime-expression.ts";
import type { Thing } from "./thing.ts";
import type { Views } from "./views.ts";

/**
 * What is answered to a start: the thing that came of it, its ids, and where it is.
 *
 * @param said what was asked for, and may be told again
 */
export function startAnswer(
  views: Views,
  role: Role,
  thing: Thing,
  received: Received,
  said: Readonly<Record<string, Json>>,
): Draft | undefined {
  const { draft } = role;
  if (!draft) return undefined;
  const { value: sample, ...rest } = draft;
  let value = sample === undefined || !draft.media ? undefined : views.tell(role, thing, said);
  const headers: Record<string, string> = { ...draft.headers };
  for (const { family, steps, header } of role.shows) {
    const id = thing.ids[family];
    if (id === undefined) continue;
    if (header !== undefined) headers[header] = id;
    if (steps && value !== undefined && typeof valueAtSteps(value, steps) === "string")
      value = putAt(value, steps, id);
  }
  locate(role.links, received, headers, value);
  return { ...rest, headers, ...(value !== undefined && { value }) };
}

/** Writes the address of what was started into the header that tells it. */
function locate(
  links: readonly Link[],
  received: Received,
  headers: Record<string, string>,
  body: Json | undefined,
): void {
  for (const [name, shown] of Object.entries(headers)) {
    if (name.toLowerCase() !== "location") continue;
    const over = { ...evaluatedOf(received), response: { headers, body } };
    headers[name] = firstLocation(links, received, over, shown) ?? shown;
  }
}

function firstLocation(
  links: readonly Link[],
  received: Received,
  over: Evaluated,
  sample: string,
): string | undefined {
  for (const link of links) {
    const location = locationOf(received, link, over, sample);
    if (location !== undefined) return location;
  }
  return undefined;
}

/** What the expressions of a link on a start are evaluated over, but for the answer. */
export function evaluatedOf({ arguments: given }: Received): Evaluated {
  return { path: given.path, query: given.query, header: given.header, body: given.body?.value };
}
