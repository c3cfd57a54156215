import type { WireRequest } from "../wire-request.ts";
import { authenticate } from "./authenticate.ts";
import type { Credential } from "./credential.ts";

/**
 * Authenticates with `Authorization: <scheme> <credentials>` (RFC 9110 §11.4), for any documented HTTP scheme.
 *
 * @param scheme - the documented scheme, in any case
 * @param credentials - what follows the scheme, or a function that makes it from the request, complete but for
 *   this header; the function may set further headers on the request
 * @example
 * createClient({ auth: authorization("Negotiate", () => ticket()) });
 */
export function authorization(
  scheme: string,
  credentials: string | ((request: WireRequest) => string | Promise<string>),
): Credential {
  return {
    name: `authorization("${scheme}", …)`,
    authenticate,
    matches: (documented) =>
      documented.type === "http" && documented.scheme.toLowerCase() === scheme.toLowerCase(),
    async apply(request) {
      const value = typeof credentials === "string" ? credentials : await credentials(request);
      request.headers.authorization = `${scheme} ${value}`;
    },
  };
}
