import { authorization } from "./authorization.ts";
import type { Credential } from "./credential.ts";

/**
 * Authenticates with a bearer token (RFC 6750 §2.1).
 *
 * @param token - the token, or a function that is asked for it before each request
 * @example
 * createClient({ auth: bearer(() => session.token()) });
 */
export function bearer(token: string | (() => string | Promise<string>)): Credential {
  return { ...authorization("Bearer", token), name: "bearer(…)" };
}
