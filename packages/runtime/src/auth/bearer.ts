import { authenticate } from "./authenticate.ts";
import type { Credential } from "./credential.ts";
import { type Token, tokenSource } from "./token.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Authenticates with a bearer token (RFC 6750 §2.1).
 *
 * @param token - the token, or a function that is asked for it before each request, and once more after a 401
 * @throws TypeError if the token is empty, or has the word Bearer before it.
 * @example
 * createClient({ auth: bearer(() => vault.read("token")) });
 */
export function bearer(token: Token): Credential {
  const source = tokenSource(token, "bearer(…)");
  if (typeof token !== "function") assertAlone(source.get());
  return {
    name: "bearer(…)",
    authenticate,
    matches: (documented) => documented.type === "http" && documented.scheme.toLowerCase() === "bearer",
    apply: (request) =>
      whenKnown(source.get(), (known) => {
        assertAlone(known);
        request.headers.authorization = `Bearer ${known}`;
      }),
    renew: (request) => source.hasChanged(request, "authorization", "Bearer "),
  };
}

/** What is copied from a header brings the word along. */
function assertAlone(token: unknown): void {
  if (!/^\s*bearer\s/i.test(`${token}`)) return;
  throw new TypeError("bearer(…) takes the token alone, without the word Bearer before it.");
}
