import { authorization } from "./authorization.ts";
import type { Credential } from "./credential.ts";

/**
 * Authenticates with a user name and a password, both in UTF-8 (RFC 7617 §2.1).
 *
 * @throws TypeError if the user name holds a colon, which would end it on the wire.
 * @example
 * createClient({ auth: basic("administrator", password) });
 */
export function basic(username: string, password: string): Credential {
  if (username.includes(":")) throw new TypeError("basic(): a user name cannot hold a colon (RFC 7617 §2).");
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const credential = authorization("Basic", btoa(String.fromCharCode(...bytes)));
  return { ...credential, name: "basic(…)" };
}
