import type { ServerObject } from "codegen/src/spec/document.ts";
import { type Findings, named } from "./finding.ts";
import { matchByKey } from "./match.ts";
import { type Pair, placeIn, type Site } from "./site.ts";

/** Servers, by address. The first is where requests go if nobody says otherwise, so its place counts. */
export function* compareServers({ before, after }: Pair<readonly ServerObject[]>, owner: Site): Findings {
  const at = placeIn(owner, "servers");
  const { both, removed, added } = matchByKey(byUrl(before), byUrl(after));
  const [was, is] = [before[0]?.url, after[0]?.url];
  const isMoved = was !== undefined && is !== undefined && was !== is;
  if (isMoved) yield { rule: "server-moved", at, subject: named(is), before: was, after: is };
  for (const { key } of removed) {
    if (isMoved && key === was) continue;
    yield { rule: "server-removed", at, subject: named(key), before: key };
  }
  for (const { key } of added) {
    if (isMoved && key === is) continue;
    // An operation that went to the common server goes to one of its own now.
    const rule = owner.place.length > 0 && before.length === 0 ? "server-moved" : "server-added";
    yield { rule, at, subject: named(key), after: key };
  }
  for (const pair of both) yield* compareVariables(pair, at);
}

function* compareVariables({ before, after }: Pair<ServerObject>, servers: Site): Findings {
  const variables = matchByKey(variablesOf(before), variablesOf(after));
  const at = (name: string) => placeIn(servers, "variables", name);
  for (const { key } of variables.removed) {
    yield { rule: "server-variable-removed", at: at(key), subject: named(key), before: after.url };
  }
  for (const { key, after: variable } of variables.added) {
    yield { rule: "server-variable-added", at: at(key), subject: named(key), after: variable.default };
  }
  for (const { key, before: was, after: is } of variables.both) {
    const shown = { at: at(key), subject: named(key), before: was.enum, after: is.enum };
    if (was.default !== is.default) {
      const defaults = { before: was.default, after: is.default };
      yield { rule: "server-moved", at: at(key), subject: `the default of ${named(key)}`, ...defaults };
    }
    if (isMissing(is.enum, was.enum)) yield { rule: "server-variable-narrowed", ...shown };
    else if (isMissing(was.enum, is.enum)) yield { rule: "server-variable-widened", ...shown };
  }
}

/** Whether a list of what is allowed, if there is one, lacks something that another allows. */
function isMissing(list: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (!list) return false;
  return !other || other.some((value) => !list.includes(value));
}

function byUrl(servers: readonly ServerObject[]): Map<string, ServerObject> {
  return new Map(servers.map((server) => [server.url, server]));
}

function variablesOf({ variables = {} }: ServerObject): Map<string, { default: string; enum?: string[] }> {
  return new Map(Object.entries(variables));
}
