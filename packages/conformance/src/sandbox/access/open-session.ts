import type { Document } from "../../document/document.ts";
import type { Clock } from "../clock.ts";
import type { Draft } from "../draft.ts";
import type { Door } from "./read-doors.ts";
import { draftWith, putAt, sampleAt } from "./response-place.ts";
import { type Life, type Sessions, TICKET } from "./sessions.ts";
import { timeLike } from "./time-like.ts";

/** What a new session depends on. */
export interface Opening {
  readonly document: Document;
  readonly sessions: Sessions;
  readonly clock: Clock;
  /** How long a session lives at most, in milliseconds. */
  readonly sessionLifetime?: number;
}

/** Of what a document gives a time for, and no length. */
const DAY = 24 * 60 * 60 * 1000;

/** Lets somebody in by a door: the answer to a login, with new tickets or with the token of a new session. */
export function openSession(door: Door, answer: Draft, opening: Opening): Draft {
  const { document, sessions } = opening;
  const places = door.token ? [door.token] : door.tickets;
  const draft = [...places, ...(door.expires ? [door.expires] : [])].reduce(draftWith, answer);
  const life = lifeOf(door, draft, opening);
  const given = places.reduce((before, place) => {
    const sample = sampleAt(document, before, place);
    const token = door.token ? sessions.begin(door.scheme, life, sample) : sessions.begin(TICKET, {}, sample);
    return putAt(before, place, token);
  }, draft);
  return door.expires ? withExpiry(door.expires, given, life, opening) : given;
}

/** The shortest of what the document says, of what its sample shows in seconds, and of what the sandbox was told. */
function lifeOf(
  { idle, lifetime, expires }: Door,
  draft: Draft,
  { document, sessionLifetime }: Opening,
): Life {
  const shown = expires && sampleAt(document, draft, expires);
  const seconds = shown !== undefined && /^\d+$/.test(String(shown)) ? Number(shown) * 1000 : undefined;
  const documented = lifetime ?? seconds ?? (expires ? DAY : undefined);
  const shortest = Math.min(documented ?? Infinity, sessionLifetime ?? Infinity);
  return {
    ...(idle !== undefined && { idle }),
    ...(Number.isFinite(shortest) && { lifetime: shortest }),
  };
}

function withExpiry(
  place: NonNullable<Door["expires"]>,
  draft: Draft,
  { lifetime = DAY }: Life,
  { document, clock }: Opening,
): Draft {
  const now = clock.now();
  return putAt(draft, place, timeLike(sampleAt(document, draft, place), now + lifetime, now));
}
