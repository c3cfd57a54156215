import type { AccessKey } from "../../authentication/credentials.ts";
import type { Document, Operation } from "../../document/document.ts";
import { replaceAt } from "../../document/edit.ts";
import { findMarked } from "../../document/find-marked.ts";
import { isObject, type Json } from "../../document/json.ts";
import { valueAt } from "../../document/pointer.ts";
import type { Clock } from "../clock.ts";
import { type Draft, draftOf } from "../draft.ts";
import type { Random } from "../random.ts";
import type { Received } from "../received.ts";
import { type KeyPlace, keyPlace } from "./key-place.ts";
import { mintToken } from "./mint-token.ts";
import type { Sessions, Standing } from "./sessions.ts";
import { timeLike } from "./time-like.ts";

/** The temporary access keys that answers handed out. */
export interface IssuedKeys {
  /** An answer with a key of its own, where the document shows one. */
  present(received: Received, draft: Draft): Draft;
  byId(id: string): AccessKey | undefined;
  standing(key: AccessKey): Standing;
  snapshot(): Json;
  restore(snapshot: Json): void;
}

export interface IssuedKeysOptions {
  readonly document: Document;
  readonly clock: Clock;
  readonly random: Random;
  /** Where their security tokens live. */
  readonly sessions: Sessions;
  /** How long a key lives at most, in milliseconds. */
  readonly sessionLifetime?: number;
}

/** The use of a security token. No security scheme is called so (OAS 3.1.1 §4.8.7). */
const KEY = "$key";
/** Where neither the request nor the document says how long a key lives, in milliseconds. */
const HOUR = 3_600_000;
/** How many are remembered; the oldest go. */
const LIMIT = 10_000;

export function createIssuedKeys(options: IssuedKeysOptions): IssuedKeys {
  const { document, clock, random, sessions, sessionLifetime = Infinity } = options;
  const isSigned = Object.values(document.securitySchemes).some(
    (one) => one.type === "http" && one.signature,
  );
  const places = new Map<Operation, KeyPlace | undefined>();
  let keys = new Map<string, AccessKey>();
  return {
    present(received, draft) {
      const place = isSigned ? placeOf(received.operation) : undefined;
      if (!place || valueAt(draft.value ?? null, place.id) === undefined) return draft;
      const lifetime = Math.min(wantedLife(received) ?? HOUR, sessionLifetime);
      const sample = (at: string) => valueAt(draft.value ?? null, at);
      const key = {
        id: mintToken(sample(place.id), random),
        secret: mintToken(sample(place.secret), random),
        securityToken: sessions.begin(KEY, { lifetime }, sample(place.securityToken)),
      };
      keys.set(key.id, key);
      if (keys.size > LIMIT) keys.delete(keys.keys().next().value ?? "");
      const now = clock.now();
      const told: [string | undefined, Json][] = [
        [place.id, key.id],
        [place.secret, key.secret],
        [place.securityToken, key.securityToken],
        [place.expires, timeLike(place.expires && sample(place.expires), now + lifetime, now)],
      ];
      const value = told.reduce(
        (body, [at, member]) => (at === undefined ? body : replaceAt(body, at, member)),
        draft.value ?? null,
      );
      return { ...draft, value };
    },
    byId: (id) => keys.get(id),
    standing: ({ securityToken = "" }) => sessions.ask(KEY, securityToken),
    snapshot: () => [...keys.values()].map((key) => ({ ...key })),
    restore(snapshot) {
      const kept = (Array.isArray(snapshot) ? snapshot : []) as unknown as AccessKey[];
      keys = new Map(kept.map((key) => [key.id, key]));
    },
  };

  function placeOf(operation: Operation): KeyPlace | undefined {
    if (!places.has(operation)) places.set(operation, keyPlace(draftOf(document, operation)?.value ?? null));
    return places.get(operation);
  }

  /** What the request says, or else what the document says that it means by saying nothing. */
  function wantedLife({ operation, arguments: given }: Received): number | undefined {
    const [media] = operation.requestBody?.content ?? [];
    const fallbacks = media?.schema ? findMarked(document.root, media.schema, "default") : [];
    const fallback = fallbacks.find(({ steps }) => isDuration(steps.at(-1) ?? ""));
    const seconds = Number(durationIn(given.query) ?? durationIn(given.body?.value) ?? fallback?.mark);
    return seconds > 0 ? seconds * 1000 : undefined;
  }
}

function durationIn(value: Json | undefined): Json | undefined {
  if (!isObject(value)) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = isDuration(name) ? member : durationIn(member);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isDuration(name: string): boolean {
  return /^duration_?-?(seconds)?$/i.test(name);
}
