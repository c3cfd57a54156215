import type { SecurityScheme } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { type Finding, fail } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The credentials of one documented alternative are in their place. Whether they are good is not asked here. */
export function checkRequestSecurity({ document, testCase, exchange }: Subject): Finding[] {
  const { security } = testCase.operation;
  if (!testCase.authenticated || security.length === 0 || security.some((names) => names.length === 0))
    return [];
  const satisfied = security.some((names) =>
    names.every((name) => carries(exchange.request, document.securitySchemes[name])),
  );
  if (satisfied) return [];
  const expected = security.map((names) =>
    names.map((name) => describe(document.securitySchemes[name])).join(" and "),
  );
  return [fail(expected.join(" or "), describeReceived(exchange.request))];
}

function carries({ headers, url }: SentRequest, scheme: SecurityScheme | undefined): boolean {
  if (scheme?.type === "http") {
    // RFC 9110 §11.4: the scheme's name is compared without case, and credentials follow a space.
    const [name, credentials] = (headers.get("authorization") ?? "").split(/ +(.*)/s);
    return name?.toLowerCase() === scheme.scheme.toLowerCase() && Boolean(credentials);
  }
  if (scheme?.type !== "apiKey") return true;
  if (scheme.in === "header") return Boolean(headers.get(scheme.name));
  if (scheme.in === "query") return Boolean(new URL(url).searchParams.get(scheme.name));
  return new RegExp(`(^|; *)${scheme.name}=[^;]`).test(headers.get("cookie") ?? "");
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
