import type { Credentials } from "../../authentication/credentials.ts";
import type { Document, Operation } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";
import type { Received } from "../received.ts";
import type { Violation } from "../violation.ts";

/** Lets in who shows the credentials that were handed out, or a session that was begun with them. */
export interface Gate {
  /** What is wrong with a request's credentials; nothing, if it may come in. */
  admit(operation: Operation, request: SentRequest): readonly Violation[];
  /** What is wrong with what somebody logs in with; nothing for any other operation. */
  identify(received: Received): readonly Violation[];
  /** Puts the token of a new session into the answer to a login, and ends a session that is logged out of. */
  present(received: Received, draft: Draft): Draft;
  /** Ends all sessions, as time would: their tokens are refused as lapsed. */
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

export function createGate(_: GateOptions): Gate {
  return {
    admit: () => [],
    identify: () => [],
    present: (_received, draft) => draft,
    lapse() {},
    snapshot: () => null,
    restore() {},
  };
}
