import type { Json } from "../../document/json.ts";
import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import { mintToken } from "./mint-token.ts";

/** How long what a token stands for lives, in milliseconds; absent where nothing ends it. */
export interface Life {
  /** Without a request. */
  readonly idle?: number;
  /** At most. */
  readonly lifetime?: number;
}

/** What is known of a token: that it is good, or that it was; `undefined` of one that was never handed out. */
export type Standing = "good" | "lapsed" | undefined;

/** The tokens that were handed out. */
export interface Sessions {
  /**
   * Hands a new token out.
   *
   * @param use what it is good for: the name of a security scheme, or `TICKET`
   * @param sample what such a token looks like
   */
  begin(use: string, life: Life, sample: Json | undefined): string;
  /** Tells how a token stands; one that is good is used by this, and goes on. */
  ask(use: string, token: string): Standing;
  end(token: string): void;
  /** Ends all sessions; a ticket stays good. */
  lapse(): void;
  snapshot(): Json;
  restore(snapshot: Json): void;
}

/** The use of a token that is exchanged for another. No security scheme is called so (OAS 3.1.1 §4.8.7). */
export const TICKET = "$ticket";

interface Session extends Life {
  readonly use: string;
  readonly begun: number;
  used: number;
  ended: boolean;
}

/** @param limit how many tokens are remembered at most; those that were used least lately go */
export function createSessions(clock: Clock, random: Random, limit = 10_000): Sessions {
  let sessions = new Map<string, Session>();
  return {
    begin(use, life, sample) {
      let token = mintToken(sample, random);
      while (sessions.has(token)) token = mintToken(sample, random);
      const now = clock.now();
      sessions.set(token, { ...life, use, begun: now, used: now, ended: false });
      if (sessions.size > limit) sessions.delete(sessions.keys().next().value ?? "");
      return token;
    },
    ask(use, token) {
      const session = sessions.get(token);
      if (session?.use !== use) return undefined;
      const now = clock.now();
      session.ended ||= hasLapsed(session, now);
      if (session.ended) return "lapsed";
      session.used = now;
      // A map keeps the order of insertion, so what is put in anew is the last to go.
      sessions.delete(token);
      sessions.set(token, session);
      return "good";
    },
    end(token) {
      const session = sessions.get(token);
      if (session) session.ended = true;
    },
    lapse() {
      for (const session of sessions.values()) session.ended ||= session.use !== TICKET;
    },
    snapshot: () => [...sessions].map(([token, session]) => [token, { ...session } as unknown as Json]),
    restore(snapshot) {
      const known = (snapshot ?? []) as unknown as [string, Session][];
      sessions = new Map(known.map(([token, session]) => [token, { ...session }]));
    },
  };
}

function hasLapsed({ begun, used, idle = Infinity, lifetime = Infinity }: Session, now: number): boolean {
  return now - used >= idle || now - begun >= lifetime;
}
