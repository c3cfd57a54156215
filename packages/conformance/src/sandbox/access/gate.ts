import type { Credentials } from "../../authentication/credentials.ts";
import { createNonceStore } from "../../authentication/nonce-store.ts";
import { readCredential } from "../../authentication/read-credential.ts";
import type { Document, Operation } from "../../document/document.ts";
import { isSuccess } from "../../document/documented-response.ts";
import { isObject, type Json } from "../../document/json.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";
import type { Received } from "../received.ts";
import type { Violation } from "../violation.ts";
import { admit } from "./admit.ts";
import { chooseWay } from "./choose-way.ts";
import { goodCredentials } from "./good-credentials.ts";
import { createIssuedKeys } from "./issued-keys.ts";
import { openSession } from "./open-session.ts";
import { readDoors } from "./read-doors.ts";
import { createSessions } from "./sessions.ts";
import { verifyLogin } from "./verify-login.ts";

/** Lets in who shows the credentials that were handed out, or a session that was begun with them. */
export interface Gate {
  /** What is wrong with a request's credentials; nothing, if it may come in. */
  admit(operation: Operation, request: SentRequest): readonly Violation[];
  /** What is wrong with what somebody logs in with; nothing for any other operation. */
  identify(received: Received): readonly Violation[];
  /**
   * Puts the token of a new session into the answer to a login, a new key into one that hands out a key, and ends a
   * session that is logged out of.
   */
  present(received: Received, draft: Draft): Draft;
  /** Ends all sessions and all keys that were handed out, as time would: they are refused as lapsed. */
  lapse(): void;
  /** What it takes to go on from here. */
  snapshot(): Json;
  restore(snapshot: Json): void;
}

export interface GateOptions {
  readonly document: Document;
  /** Those that are good. */
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly random: Random;
  /** How long a session lives, in milliseconds; by default as long as the document says. */
  readonly sessionLifetime?: number;
}

/**
 * Creates the gate of a document.
 *
 * @example
 * const gate = createGate({ document, credentials: { username: "ada", password: "not-a-password" }, clock, random });
 * gate.admit(operation, request); // [{ mistake: "credentialsMissing", … }]
 */
export function createGate(options: GateOptions): Gate {
  const { document, clock, random } = options;
  const good = goodCredentials(options.credentials);
  const sessions = createSessions(clock, random);
  const keys = createIssuedKeys({ ...options, sessions });
  const nonces = createNonceStore();
  const { entries, exits } = readDoors(document);
  const opening = { ...options, sessions };
  return {
    admit: (operation, request) => admit(document, operation, request, { good, sessions, keys, nonces }),
    identify(received) {
      const way = chooseWay(entries.get(received.operation.id) ?? [], received);
      return way ? verifyLogin(way, good, sessions) : [];
    },
    present(received, draft) {
      if (!isSuccess(draft.status)) return draft;
      leave(received);
      const way = chooseWay(entries.get(received.operation.id) ?? [], received);
      return way ? openSession(way.door, draft, opening) : keys.present(received, draft);
    },
    lapse: () => sessions.lapse(),
    snapshot: () => ({ sessions: sessions.snapshot(), keys: keys.snapshot(), nonces: nonces.entries() }),
    restore(snapshot) {
      if (!isObject(snapshot)) return;
      sessions.restore(snapshot.sessions ?? []);
      keys.restore(snapshot.keys ?? []);
      nonces.restore((snapshot.nonces ?? []) as [string, number][]);
    },
  };

  function leave({ operation, request }: Received): void {
    for (const name of exits.get(operation.id) ?? []) {
      const scheme = document.securitySchemes[name];
      const token = scheme && scheme.type !== "other" ? readCredential(scheme, request) : undefined;
      if (token !== undefined) sessions.end(token);
    }
  }
}
