import type { Credentials } from "./credentials.ts";
import { createNonceStore, type NonceStore } from "./nonce-store.ts";

/** What the credentials of requests are held against. */
export interface Authority {
  /** Those that were handed out, and no others are good. */
  readonly credentials: Credentials;
  /** Which nonces were used before. */
  readonly nonces: NonceStore;
}

/**
 * An authority that knows one set of credentials, and has seen no nonce yet.
 *
 * @example
 * const authority = createAuthority({ username: "ada", password: "not-a-password" });
 */
export function createAuthority(credentials: Credentials): Authority {
  return { credentials, nonces: createNonceStore() };
}
