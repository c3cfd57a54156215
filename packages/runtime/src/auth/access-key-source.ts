import type { Connection } from "../connection.ts";
import { withTimeout } from "../send/with-timeout.ts";
import type { AccessKey, AccessKeyProvider } from "./access-key.ts";
import { type HeldKey, readAccessKey } from "./read-access-key.ts";

/** Where the access key of a credential comes from. */
export interface KeySource {
  /** The key to sign with now. */
  get(connection: Timed): HeldKey | Promise<HeldKey>;
  /** Told that a request with that `Authorization` was refused: whether there is another key than that. */
  renew?(authorization: string, connection: Timed): Promise<boolean>;
}

type Timed = Pick<Connection, "clock" | "totalTimeout">;

export function fixedKey(given: AccessKey): KeySource {
  const key = readAccessKey(given, "accessKey() has");
  return { get: () => key };
}

/** Ahead of time by so much a key is renewed, or by a tenth of its life if that is less. */
const AHEAD = 5 * 60_000;

/** After a renewal ahead of time failed, the next is tried so much later. */
const PAUSE = 30_000;

const FUNCTION = "The function given to accessKey()";

const late = () => new TypeError(`${FUNCTION} gave no key in time.`);

export function providedKey(provide: AccessKeyProvider): KeySource {
  let held: HeldKey | undefined;
  let renewAt = 0;
  let question: Promise<HeldKey> | undefined;

  async function ask({ clock, totalTimeout }: Timed): Promise<HeldKey> {
    try {
      // Else a question that is never answered would be shared by all calls to come.
      const given = await withTimeout(clock, totalTimeout, undefined, async () => provide(), late);
      const key = readAccessKey(given, `${FUNCTION} gave`);
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

  function get(connection: Timed): HeldKey | Promise<HeldKey> {
    if (held && connection.clock.now() < renewAt) return held;
    question ??= ask(connection).finally(() => {
      question = undefined;
    });
    return question;
  }

  return {
    get,
    async renew(authorization, connection) {
      // Unless another request has renewed it meanwhile.
      if (held && authorization.includes(held.accessKeyId)) held = undefined;
      try {
        return !authorization.includes((await get(connection)).accessKeyId);
      } catch {
        // That the key was refused says more than that there is no other.
        return false;
      }
    },
  };
}
