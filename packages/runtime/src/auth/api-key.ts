import { authenticate } from "./authenticate.ts";
import type { Credential } from "./credential.ts";
import { type Token, tokenSource } from "./token.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Authenticates with a key in the header that the service documents for it (OAS 3.1.1 §4.8.27, `apiKey`).
 *
 * @param key - the key, or a function that is asked for it before each request, and once more after a 401
 * @param schemeName - the security scheme that it is for, where the service documents keys in several headers; else it
 *   is for all of them
 * @throws TypeError if the key is empty.
 * @example
 * createClient({ auth: apiKey(token) });
 */
export function apiKey(key: Token, schemeName?: string): Credential {
  const name = schemeName ? `apiKey(…, "${schemeName}")` : "apiKey(…)";
  const source = tokenSource(key, name);
  if (typeof key !== "function") source.get();
  return {
    name,
    authenticate,
    matches: (documented, its) => documented.type === "apiKey" && (schemeName ?? its) === its,
    apply: (request, { scheme }) =>
      whenKnown(source.get(), (known) => {
        if (scheme.type === "apiKey") request.headers[scheme.name.toLowerCase()] = known;
      }),
    renew: (request, { scheme }) =>
      scheme.type === "apiKey" && source.hasChanged(request, scheme.name.toLowerCase()),
  };
}
