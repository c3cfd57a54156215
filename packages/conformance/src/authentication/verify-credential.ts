import { type Finding, fail } from "../checks/finding.ts";
import type { SecurityScheme } from "../document/document.ts";
import { verifySignature } from "../signature/verify-signature.ts";
import type { SentRequest } from "../wire/exchange.ts";
import type { Authority } from "./authority.ts";
import type { Credentials } from "./credentials.ts";
import { sameSecret } from "./same-secret.ts";

type HttpScheme = Extract<SecurityScheme, { type: "http" }>;
type KeyScheme = Extract<SecurityScheme, { type: "apiKey" }>;

/**
 * Holds a request's credential for a scheme against what was handed out.
 *
 * @returns what is wrong with it, if anything; `undefined` where the request carries none for the scheme
 */
export function verifyCredential(
  scheme: HttpScheme | KeyScheme,
  request: SentRequest,
  authority?: Authority,
): Finding[] | undefined {
  return scheme.type === "http"
    ? verifyAuthorization(scheme, request, authority)
    : verifyKey(scheme, request, authority);
}

function verifyAuthorization(
  { scheme, signature }: HttpScheme,
  request: SentRequest,
  authority: Authority | undefined,
): Finding[] | undefined {
  // RFC 9110 §11.4: the scheme's name is compared without case, and credentials follow a space.
  const [name, received] = (request.headers.get("authorization") ?? "").split(/ +(.*)/s);
  if (name?.toLowerCase() !== scheme.toLowerCase() || !received) return undefined;
  if (!authority) return [];
  const { credentials, nonces } = authority;
  const key = credentials.accessKey;
  if (signature) return key ? verifySignature({ scheme: { scheme, signature }, request, key, nonces }) : [];
  return compare(`Authorization: ${scheme} …`, received, authorizationOf(scheme, credentials));
}

function verifyKey(
  { in: place, name }: KeyScheme,
  { headers, url }: SentRequest,
  authority: Authority | undefined,
): Finding[] | undefined {
  const received = {
    header: () => headers.get(name),
    query: () => new URL(url).searchParams.get(name),
    cookie: () => cookieOf(headers, name),
  }[place]();
  if (!received) return undefined;
  return compare(`${place} ${name}`, received, authority?.credentials.token);
}

/** What follows the name of a scheme that does not sign. */
export function authorizationOf(
  scheme: string,
  { username, password = "", token, authorization }: Credentials,
): string | undefined {
  switch (scheme.toLowerCase()) {
    case "basic":
      return username === undefined ? undefined : Buffer.from(`${username}:${password}`).toString("base64");
    case "bearer":
      return token;
    default:
      return authorization;
  }
}

function compare(what: string, received: string, expected: string | undefined): Finding[] {
  if (expected === undefined || sameSecret(received, expected)) return [];
  return [fail(`${what}, as it was given`, "another one")];
}

function cookieOf(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
