import { verifySignature } from "../signature/verify-signature.ts";
import type { SentRequest } from "../wire/exchange.ts";
import type { Authority } from "./authority.ts";
import type { Credentials } from "./credentials.ts";
import { type Flaw, flaw } from "./flaw.ts";
import { type HttpScheme, type KeyScheme, placeOf, readCredential } from "./read-credential.ts";
import { sameSecret } from "./same-secret.ts";

/**
 * Holds a request's credential for a scheme against what was handed out.
 *
 * @returns what is wrong with it, if anything; `undefined` where the request carries none for the scheme
 */
export function verifyCredential(
  scheme: HttpScheme | KeyScheme,
  request: SentRequest,
  authority?: Authority,
): Flaw[] | undefined {
  const received = readCredential(scheme, request);
  if (received === undefined) return undefined;
  if (!authority) return [];
  const { credentials, nonces } = authority;
  if (scheme.type === "apiKey") return compare(scheme, received, credentials.token);
  const { signature } = scheme;
  if (!signature) return compare(scheme, received, authorizationOf(scheme.scheme, credentials));
  const key = credentials.accessKey;
  return key ? verifySignature({ scheme: { scheme: scheme.scheme, signature }, request, key, nonces }) : [];
}

/** What follows the name of a scheme that does not sign. */
function authorizationOf(
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

function compare(scheme: HttpScheme | KeyScheme, received: string, expected: string | undefined): Flaw[] {
  if (expected === undefined || sameSecret(received, expected)) return [];
  const at = placeOf(scheme);
  const spoken = scheme.type === "http" ? `Authorization: ${scheme.scheme} …` : at;
  return [flaw("credentialsWrong", at, `${spoken}, as it was given`, "another one")];
}
