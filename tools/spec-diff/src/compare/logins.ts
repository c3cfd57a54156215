import type { Service } from "codegen/src/describe/service.ts";
import { type SessionWay, tokenOperation } from "codegen/src/describe/sessions.ts";
import { type Findings, named } from "./finding.ts";
import { isSame } from "./json.ts";
import { matchByKey } from "./match.ts";
import { type Pair, placeIn, rootOf, type Site } from "./site.ts";

/** The ways to log in, told apart by the operation that answers with the token, then by what they ask for. */
export function* compareLogins({ before, after }: Pair<Service>): Findings {
  const same = matchByKey(waysOf(before, asksFor), waysOf(after, asksFor));
  // Of one operation, a way that asks for something else is the same way, changed.
  const left = {
    before: same.removed.map(({ before }) => before),
    after: same.added.map(({ after }) => after),
  };
  const ways = matchByKey(byOrder(left.before), byOrder(left.after));
  for (const { before: way } of ways.removed) {
    yield { rule: "login-removed", at: siteOf(before, way), subject: named(tokenOperation(way).id) };
  }
  for (const { after: way } of ways.added) {
    yield { rule: "login-added", at: siteOf(after, way), subject: named(tokenOperation(way).id) };
  }
  for (const pair of [...same.both, ...ways.both]) {
    yield* compareWay(pair, siteOf(after, pair.after));
    const isFirst = before.sessions[0] === pair.before;
    if (!isFirst || after.sessions[0] === pair.after) continue;
    const subject = named(tokenOperation(pair.after).id);
    yield { rule: "login-first-changed", at: siteOf(after, pair.after), subject };
  }
}

function* compareWay({ before, after }: Pair<SessionWay>, at: Site): Findings {
  const inputs = matchByKey(inputsOf(before), inputsOf(after));
  for (const { key } of inputs.removed) yield { rule: "login-input-removed", at, subject: named(key) };
  for (const { key, after: isRequired } of inputs.added) {
    yield { rule: isRequired ? "login-input-required" : "login-input-added", at, subject: named(key) };
  }
  for (const { key, before: was, after: is } of inputs.both) {
    if (was && !is) yield { rule: "login-input-optional", at, subject: named(key) };
    if (!was && is) yield { rule: "login-input-required", at, subject: named(key) };
  }
  const [was, is] = [restOf(before), restOf(after)];
  if (!isSame(was, is)) {
    yield { rule: "login-changed", at, subject: named(tokenOperation(after).id), before: was, after: is };
  }
}

function waysOf({ sessions }: Service, key: (way: SessionWay) => string): Map<string, SessionWay> {
  return new Map(sessions.map((way) => [key(way), way]));
}

function asksFor(way: SessionWay): string {
  return `${answerOf(way)} ${Object.keys(way.inputs).sort().join(" ")}`;
}

function byOrder(ways: readonly SessionWay[]): Map<string, SessionWay> {
  const grouped = Map.groupBy(ways, answerOf);
  return new Map(
    [...grouped].flatMap(([key, some]) => some.map((way, index) => [`${key} ${index}`, way] as const)),
  );
}

function answerOf(way: SessionWay): string {
  return `${way.scheme} ${tokenOperation(way).id}`;
}

function inputsOf({ inputs }: SessionWay): Map<string, boolean> {
  return new Map(Object.entries(inputs));
}

/** What the client minds, and the caller does not. */
function restOf({ login, logout, arguments: args, token, expires, idle, lifetime }: SessionWay): unknown {
  return { login: login.id, logout: logout?.id, arguments: args, token, expires, idle, lifetime };
}

function siteOf({ spec }: Service, { scheme }: SessionWay): Site {
  return placeIn(rootOf(spec), "components", "securitySchemes", scheme, "x-session");
}
