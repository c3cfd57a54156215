import { CLOCK_TOLERANCE } from "../signature/date.ts";

/** Remembers which request a nonce belongs to. */
export interface NonceStore {
  /**
   * Uses a nonce up.
   *
   * @param keyId the access key that the request is signed with
   * @param owner the request that bears it; judged twice, a request is no replay of itself
   * @param at when it was sent, in milliseconds since the epoch
   * @returns whether no other request had it before
   */
  claim(keyId: string, nonce: string, owner: object, at: number): boolean;
}

/** A nonce is kept until any request that bears it would be refused for its date alone. */
const MEMORY = 2 * CLOCK_TOLERANCE;

export function createNonceStore(): NonceStore {
  const known = new Map<string, { readonly owner: object; readonly at: number }>();
  return {
    claim(keyId, nonce, owner, at) {
      forget(at - MEMORY);
      const name = `${keyId} ${nonce}`;
      const first = known.get(name);
      if (first) return first.owner === owner;
      known.set(name, { owner, at });
      return true;
    },
  };

  // A map keeps the order of insertion, so the oldest come first.
  function forget(before: number): void {
    for (const [name, { at }] of known) {
      if (at >= before) return;
      known.delete(name);
    }
  }
}
