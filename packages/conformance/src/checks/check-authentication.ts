import { verifyCredential } from "../authentication/verify-credential.ts";
import type { SecurityScheme } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

/**
 * The request carries the credentials of one documented alternative, and they are those that were handed out:
 * a signature is computed anew. Of whom nothing was handed to, it is asked only that some are in their place.
 */
export function checkAuthentication({ document, testCase, exchange, authority }: Subject): Finding[] {
  const { security } = testCase.operation;
  if (!testCase.authenticated || security.length === 0 || security.some((names) => names.length === 0))
    return [];
  const { request } = exchange;
  const asked = testCase.securityScheme === undefined ? security : [[testCase.securityScheme]];
  const alternatives = asked.map((names) =>
    names.map((name) => verify(document.securitySchemes[name], request, authority)),
  );
  const good = alternatives.findIndex((credentials) =>
    credentials.every((findings) => findings?.length === 0),
  );
  const spoken = asked.map((names) =>
    names.map((name) => describe(document.securitySchemes[name])).join(" and "),
  );
  if (good >= 0) return [pass(spoken[good] ?? "")];
  const findings = alternatives.flat().flatMap((one) => one ?? []);
  return findings.length > 0 ? findings : [fail(spoken.join(" or "), describeReceived(request))];
}

function verify(
  scheme: SecurityScheme | undefined,
  request: SentRequest,
  authority: Subject["authority"],
): Finding[] | undefined {
  // What the judge cannot read, such as a client certificate, it does not ask for.
  if (scheme === undefined || scheme.type === "other") return [];
  const flaws = verifyCredential(scheme, request, authority);
  return flaws?.map(({ expected, received }) => fail(expected, received));
}

function describe(scheme: SecurityScheme | undefined): string {
  if (scheme?.type === "http") return `Authorization: ${scheme.scheme} …`;
  return scheme?.type === "apiKey" ? `${scheme.in} ${scheme.name}` : "credentials";
}

// Nothing of a credential may be shown but the name of its scheme.
function describeReceived({ headers }: SentRequest): string {
  const authorization = headers.get("authorization");
  if (!authorization) return "no credentials";
  const scheme = /^\S+(?= )/.exec(authorization)?.[0] ?? "without a scheme";
  return `Authorization: ${scheme} …`;
}
