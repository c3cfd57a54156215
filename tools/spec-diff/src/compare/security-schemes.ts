import { type Findings, named } from "./finding.ts";
import { bagOf, isSame, listOf } from "./json.ts";
import { matchByKey } from "./match.ts";
import { compareRest } from "./rest.ts";
import { childrenOf, type Pair, placeIn, type Site } from "./site.ts";

/** How one proves who one is. */
export function* compareSecuritySchemes({ before, after }: Pair): Findings {
  const schemes = matchByKey(
    childrenOf(before, "components", "securitySchemes"),
    childrenOf(after, "components", "securitySchemes"),
  );
  for (const { key, before: at } of schemes.removed) {
    yield { rule: "security-scheme-removed", at, subject: named(key), before: kindOf(at) };
  }
  for (const { key, after: at } of schemes.added) {
    yield { rule: "security-scheme-added", at, subject: named(key), after: kindOf(at) };
  }
  for (const { key, ...pair } of schemes.both) {
    yield* compareScheme(key, pair);
  }
}

function* compareScheme(key: string, pair: Pair): Findings {
  const { before, after } = pair;
  const [was, is] = [kindOf(before), kindOf(after)];
  const shown = { at: after, subject: named(key) };
  if (!isSame(was, is)) yield { rule: "security-scheme-changed", ...shown, before: was, after: is };
  const [signed, signs] = [before.value["x-signature"], after.value["x-signature"]];
  if (!isSame(signed, signs)) {
    yield {
      rule: "signature-changed",
      ...shown,
      at: placeIn(after, "x-signature"),
      before: signed,
      after: signs,
    };
  }
  yield* compareEnvironment(pair);
  yield* compareRest(pair, judged);
}

const judged = new Set(["type", "scheme", "in", "name", "x-signature", "x-session", "x-environment"]);

/** RFC 9110 §11.1 and §5.1: neither schemes nor the names of headers mind their case. */
function kindOf({ value }: Site): unknown {
  const { type, scheme, in: place, name } = value;
  return {
    type,
    scheme: String(scheme ?? "").toLowerCase(),
    in: place,
    name: String(name ?? "").toLowerCase(),
  };
}

/** The environment variables that hold the parts of a credential. */
function* compareEnvironment({ before, after }: Pair): Findings {
  const [was, is] = [variablesOf(before), variablesOf(after)];
  const at = placeIn(after, "x-environment");
  for (const name of was.filter((name) => !is.includes(name))) {
    yield { rule: "environment-variable-removed", at, subject: named(name), before: name };
  }
  for (const name of is.filter((name) => !was.includes(name))) {
    yield { rule: "environment-variable-added", at, subject: named(name), after: name };
  }
}

function variablesOf({ value }: Site): string[] {
  return Object.values(bagOf(value["x-environment"])).flatMap((names) => listOf(names).map(String));
}
