import { authenticate } from "./authenticate.ts";
import type { Credential } from "./credential.ts";

/**
 * Authenticates with a user name and a password, both in UTF-8 (RFC 7617 §2.1).
 *
 * @throws TypeError if one of them is missing or empty, or the user name holds a colon, which would end it on the wire.
 * @example
 * createClient({ auth: basic("administrator", password) });
 */
export function basic(username: string, password: string): Credential {
  for (const [part, given] of Object.entries({ "user name": username, password })) {
    if (typeof given === "string" && given !== "") continue;
    throw new TypeError(`basic(…) has no ${part}. Is a variable not set?`);
  }
  if (username.includes(":")) throw new TypeError("basic(…): a user name cannot hold a colon (RFC 7617 §2).");
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const value = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  return {
    name: "basic(…)",
    authenticate,
    matches: (documented) => documented.type === "http" && documented.scheme.toLowerCase() === "basic",
    apply(request) {
      request.headers.authorization = value;
    },
  };
}
