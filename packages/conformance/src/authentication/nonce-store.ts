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

interface Claim {
  readonly name: string;
  readonly at: number;
}

/** @param limit how many nonces are kept at most; the oldest go */
export function createNonceStore(limit = 20_000): NonceStore {
  let known = new Set<string>();
  // The oldest first, from `oldest` on. A set could tell its oldest too, but finds it the more slowly the more were
  // deleted before it.
  let claims: Claim[] = [];
  let oldest = 0;
  // A request that nobody holds any more is not kept alive by its nonce.
  const names = new WeakMap<object, string>();
  return {
    claim(keyId, nonce, owner, at) {
      for (let first = claims[oldest]; first && first.at < at - MEMORY; first = claims[oldest]) drop(first);
      const name = nameOf(keyId, nonce);
      if (known.has(name)) return names.get(owner) === name;
      names.set(owner, name);
      keep({ name, at });
      const first = known.size > limit ? claims[oldest] : undefined;
      if (first) drop(first);
      return true;
    },
    entries: () => claims.slice(oldest).map(({ name, at }) => [name, at]),
    restore(entries) {
      known = new Set();
      claims = [];
      oldest = 0;
      for (const [name, at] of entries) keep({ name, at });
    },
  };

  function keep(claim: Claim): void {
    known.add(claim.name);
    claims.push(claim);
  }

  function drop({ name }: Claim): void {
    known.delete(name);
    oldest += 1;
    if (oldest * 2 < claims.length) return;
    claims = claims.slice(oldest);
    oldest = 0;
  }
}

function nameOf(keyId: string, nonce: string): string {
  const name = `${keyId} ${nonce}`;
  return name.length > LONGEST_NAME ? createHash("sha256").update(name).digest("hex") : name;
}
