import type { Connection } from "../connection.ts";
import { idleLife, type Life } from "./session-lifetime.ts";
import type { Session } from "./session-login.ts";

/** Keeps the session with one service. All that need a token at the same time share one login, and its failure. */
export interface SessionKeeper {
  /** A token that is good: at once if there is one. */
  get(connection: Connection): string | Promise<string>;
  /** Told that a token was refused: resolves as soon as there is another. */
  replace(refused: string | undefined, connection: Connection): Promise<void>;
  /** The token that is left at the end, after the login that may be under way. */
  last(): Promise<string | undefined>;
}

/** After a renewal ahead of time failed, the next is tried so much later; the token is still good. */
const PAUSE = 30_000;

/** @param idle - how long a session lives without a request, in milliseconds */
export function keepSession(
  logIn: (connection: Connection) => Promise<Session>,
  idle: number = Number.POSITIVE_INFINITY,
): SessionKeeper {
  let held: Session | undefined;
  let login: Promise<string> | undefined;
  /** Why the last login that failed did so. */
  let failure: { readonly reason: unknown } | undefined;

  function life(session: Session): Life {
    return idleLife(session, session.usedAt, idle);
  }

  function share(connection: Connection): Promise<string> {
    login ??= renew(connection).finally(() => {
      login = undefined;
    });
    return login;
  }

  async function renew(connection: Connection): Promise<string> {
    try {
      held = await logIn(connection);
    } catch (reason) {
      const now = connection.clock.now();
      if (!held || now >= life(held).lapsesAt) {
        held = undefined;
        failure = { reason };
        throw reason;
      }
      held = { ...held, renewAt: Math.min(now + PAUSE, held.lapsesAt), usedAt: now };
    }
    return held.token;
  }

  return {
    get(connection) {
      const now = connection.clock.now();
      if (!held || now >= life(held).renewAt) return share(connection);
      held = { ...held, usedAt: now };
      return held.token;
    },

    async replace(refused, connection) {
      // Another call has renewed it meanwhile.
      if (held && held.token !== refused) return;
      // Calls that were under way when a login failed do not try, one by one, what has failed since they began.
      if (!held && !login && failure) throw failure.reason;
      held = undefined;
      await share(connection);
    },

    async last() {
      await login?.catch(() => {});
      return held?.token;
    },
  };
}
