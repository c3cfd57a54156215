import {
  type HttpScheme,
  type KeyScheme,
  placeOf,
  readCredential,
} from "../../authentication/read-credential.ts";
import type { Document, Operation, SecurityScheme } from "../../document/document.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import type { Violation } from "../violation.ts";
import { type Keeper, verifyShown } from "./verify-shown.ts";

type ShownScheme = HttpScheme | KeyScheme;

/** What is wrong with the credentials of a request, by the alternatives of its operation; nothing if one is good. */
export function admit(
  { securitySchemes }: Document,
  { security }: Operation,
  request: SentRequest,
  keeper: Keeper,
): readonly Violation[] {
  let flawed: readonly Violation[] = [];
  // OAS 3.1.1 §4.8.30: an empty alternative makes credentials optional.
  if (security.length === 0 || security.some((names) => names.length === 0)) return [];
  for (const names of security) {
    const shown = names.map((name) => verify(name, securitySchemes[name], request, keeper));
    const violations = shown.flatMap((one) => one ?? []);
    if (violations.length === 0 && shown.every((one) => one !== undefined)) return [];
    if (flawed.length === 0) flawed = violations;
  }
  return flawed.length > 0 ? flawed : [notAllShown(security, securitySchemes, request)];
}

function verify(
  name: string,
  scheme: SecurityScheme | undefined,
  request: SentRequest,
  keeper: Keeper,
): readonly Violation[] | undefined {
  // What the sandbox cannot read, such as a client certificate, it does not ask for.
  return scheme === undefined || scheme.type === "other" ? [] : verifyShown(name, scheme, request, keeper);
}

function notAllShown(
  security: Operation["security"],
  schemes: Document["securitySchemes"],
  request: SentRequest,
): Violation {
  const readable = security.map((names) =>
    names.flatMap((name) => {
      const scheme = schemes[name];
      return scheme && scheme.type !== "other" ? [scheme] : [];
    }),
  );
  const all = readable.flat();
  const shown = all.filter((scheme) => readCredential(scheme, request) !== undefined);
  const missing = all.find((scheme) => !shown.includes(scheme));
  const authorization = request.headers.get("authorization");
  const isOther = authorization && shown.length === 0 && all.some(({ type }) => type === "http");
  return {
    mistake: isOther ? "credentialsMalformed" : "credentialsMissing",
    at: isOther || !missing ? "header authorization" : placeOf(missing),
    expected: readable.map((some) => some.map(describe).join(" and ")).join(" or "),
    received: isOther ? `Authorization: ${schemeOf(authorization)} …` : inWords(shown),
  };
}

function inWords(shown: readonly ShownScheme[]): string {
  return shown.length > 0 ? `${shown.map(describe).join(" and ")} alone` : "no credentials";
}

function describe(scheme: ShownScheme): string {
  return scheme.type === "http" ? `Authorization: ${scheme.scheme} …` : placeOf(scheme);
}

// Nothing of a credential may be shown but the name of its scheme.
function schemeOf(authorization: string): string {
  return /^\S+(?= )/.exec(authorization)?.[0] ?? "without a scheme";
}
