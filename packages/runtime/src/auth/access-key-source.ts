import type { Clock } from "../clock.ts";
import type { AccessKey, AccessKeyProvider } from "./access-key.ts";
import { type HeldKey, readAccessKey } from "./read-access-key.ts";

/** Where the access key of a credential comes from. */
export interface KeySource {
  /** The key to sign with now. */
  get(clock: Clock): HeldKey | Promise<HeldKey>;
  /** Told that a request with that `Authorization` was refused: whether there is another key than that. */
  renew?(authorization: string, clock: Clock): Promise<boolean>;
}

export function fixedKey(given: AccessKey): KeySource {
  const key = readAccessKey(given, "accessKey() has");
  return { get: () => key };
}

/** Ahead of time by so much a key is renewed, or by a tenth of its life if that is less. */
const AHEAD = 5 * 60_000;

/** After a renewal ahead of time failed, the next is tried so much later. */
const PAUSE = 30_000;

export function providedKey(provide: AccessKeyProvider): KeySource {
  let held: HeldKey | undefined;
  let renewAt = 0;
  let question: Promise<HeldKey> | undefined;

  async function ask(clock: Clock): Promise<HeldKey> {
    try {
      const key = readAccessKey(await provide(), "The function given to accessKey() gave");
      const now = clock.now();
      const { lapsesAt = now } = key;
      renewAt = lapsesAt - Math.min(AHEAD, (lapsesAt - now) / 10);
      held = key;
      return key;
    } catch (error) {
      const { lapsesAt = 0 } = held ?? {};
      if (!held || lapsesAt <= clock.now()) throw error;
      renewAt = Math.min(clock.now() + PAUSE, lapsesAt);
      return held;
    }
  }

  function get(clock: Clock): HeldKey | Promise<HeldKey> {
    if (held && clock.now() < renewAt) return held;
    // In a later turn: a function that throws at once ends the question before there is one to forget.
    question ??= ask(clock).finally(() => {
      question = undefined;
    });
    return question;
  }

  return {
    get,
    async renew(authorization, clock) {
      // Unless another request has renewed it meanwhile.
      if (held && authorization.includes(held.accessKeyId)) held = undefined;
      try {
        return !authorization.includes((await get(clock)).accessKeyId);
      } catch {
        // That the key was refused says more than that there is no other.
        return false;
      }
    },
  };
}
