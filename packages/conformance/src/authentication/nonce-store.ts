import { createHash } from "node:crypto";
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
  /** What was claimed and when, the oldest first. */
  entries(): [name: string, at: number][];
  /** Takes up what another store had claimed, in the place of its own. */
  restore(entries: Iterable<readonly [name: string, at: number]>): void;
}

/** A nonce is kept until any request that bears it would be refused for its date alone. */
const MEMORY = 2 * CLOCK_TOLERANCE;
/** A longer name is kept as its hash. */
const LONGEST_NAME = 128;

/** @param limit how many nonces are kept at most; the oldest go */
export function createNonceStore(limit = 20_000): NonceStore {
  let known = new Map<string, number>();
  // A request that nobody holds any more is not kept alive by its nonce.
  const names = new WeakMap<object, string>();
  return {
    claim(keyId, nonce, owner, at) {
      forget(at - MEMORY);
      const name = nameOf(keyId, nonce);
      if (known.has(name)) return names.get(owner) === name;
      known.set(name, at);
      names.set(owner, name);
      if (known.size > limit) known.delete(known.keys().next().value ?? "");
      return true;
    },
    entries: () => [...known],
    restore(entries) {
      known = new Map(entries);
    },
  };

  // A map keeps the order of insertion, so the oldest come first.
  function forget(before: number): void {
    for (const [name, at] of known) {
      if (at >= before) return;
      known.delete(name);
    }
  }
}

function nameOf(keyId: string, nonce: string): string {
  const name = `${keyId} ${nonce}`;
  return name.length > LONGEST_NAME ? createHash("sha256").update(name).digest("hex") : name;
}
