import { credentialsOf } from "../authentication/credentials.ts";
import { type HttpScheme, type KeyScheme, readCredential } from "../authentication/read-credential.ts";
import { verifyCredential } from "../authentication/verify-credential.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

interface Readable {
  readonly name: string;
  readonly scheme: HttpScheme | KeyScheme;
}

/**
 * The request carries the credentials of one documented alternative, and they are those that were handed out:
 * a signature is computed anew. Of whom nothing was handed to, it is asked only that some are in their place.
 */
export function checkAuthentication(subject: Subject): Finding[] {
  const { document, testCase, exchange } = subject;
  const { requirement, operation, authenticated } = testCase;
  const asked = (requirement ? [requirement] : operation.security).map((names) =>
    names.flatMap((name): Readable[] => {
      const scheme = document.securitySchemes[name];
      return scheme && scheme.type !== "other" ? [{ name, scheme }] : [];
    }),
  );
  // What the judge cannot read, such as a client certificate, it does not ask for; nor what is optional.
  if (!authenticated || asked.length === 0 || asked.some((schemes) => schemes.length === 0)) return [];
  const verified = asked.map((schemes) => schemes.map((one) => verify(one, subject)));
  const good = verified.findIndex((all) => all.every((findings) => findings?.length === 0));
  const spoken = asked.map(inWords);
  if (good >= 0) return [pass(spoken[good] ?? "")];
  const findings = verified.flat(2).filter((one) => one !== undefined);
  return findings.length > 0
    ? findings
    : [fail(spoken.join(" or "), describeReceived(asked.flat(), exchange.request))];
}

function verify({ name, scheme }: Readable, { exchange, authority }: Subject): Finding[] | undefined {
  const own = authority && { ...authority, credentials: credentialsOf(authority.credentials, name) };
  const flaws = verifyCredential(scheme, exchange.request, own);
  return flaws?.map(({ expected, received }) => fail(expected, received));
}

function inWords(schemes: readonly Readable[]): string {
  const words = schemes.map(({ scheme }) =>
    scheme.type === "http" ? `Authorization: ${scheme.scheme} …` : `${scheme.in} ${scheme.name}`,
  );
  return words.join(" and ");
}

// Nothing of a credential may be shown but the name of its scheme.
function describeReceived(asked: readonly Readable[], request: SentRequest): string {
  const shown = asked.filter(({ scheme }) => readCredential(scheme, request) !== undefined);
  if (shown.length > 0) return `${inWords(shown)} alone`;
  const authorization = request.headers.get("authorization");
  if (!authorization) return "no credentials";
  const scheme = /^\S+(?= )/.exec(authorization)?.[0] ?? "without a scheme";
  return `Authorization: ${scheme} …`;
}
