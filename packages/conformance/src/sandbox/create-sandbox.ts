import type { Credentials } from "../authentication/credentials.ts";
import type { Document } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Fetch } from "../wire/fetch.ts";
import { fetchFrom, type Responder } from "./answer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { createAdjustableClock } from "./control/adjustable-clock.ts";
import { createControl, isControl, wantsPage } from "./control/control.ts";
import { createRules, type Rules } from "./control/rules.ts";
import { restoreSnapshot, takeSnapshot } from "./control/snapshot.ts";
import { createThrottle } from "./control/throttle.ts";
import { nowhere } from "./documented-answers.ts";
import { findService } from "./find-service.ts";
import { createJournal, type Journal } from "./journal.ts";
import type { Latency } from "./latency.ts";
import { pageAnswer } from "./page/page.ts";
import { pathOf } from "./path-of.ts";
import { createRandom } from "./random.ts";
import type { Bases } from "./request/route-table.ts";
import { createRestartableRandom } from "./restartable-random.ts";
import { createService, type Service } from "./service.ts";
import type { Pace } from "./world/ending.ts";

export interface SandboxOptions {
  readonly documents: readonly Document[];
  /** By default the machine's own. */
  readonly clock?: Clock;
  /** By default those for development, which the README names. */
  readonly credentials?: Credentials;
  /** The same seed makes the same ids and tokens; by default 1. */
  readonly seed?: number;
  /** By default a step for each poll. */
  readonly pace?: Pace;
  /** How long a session lives, in milliseconds; by default as long as the document says. */
  readonly sessionLifetime?: number;
  /** How long each answer is held back; by default not at all. */
  readonly latency?: Latency;
  /** How many requests may come in a second; by default as many as like to. */
  readonly rate?: number;
  /**
   * Whether a path is answered below its document's base path alone, as a real service does: who leaves that out of a
   * base URL is told. By default without it, too, since a program may well make its base URL up.
   */
  readonly bases?: Bases;
}

/** A service that behaves as its documents say, and remembers what was done to it. */
export interface Sandbox {
  readonly respond: Responder;
  /** Asks it without a network between. */
  readonly fetch: Fetch;
  readonly services: readonly Service[];
  /** The violations that were received. */
  readonly journal: Journal;
  readonly rules: Rules;
  /** What it takes the time from. */
  readonly clock: Clock;
  /** What it was made with. */
  readonly credentials: Credentials;
  /** Grows with each request that can have changed something. */
  readonly revision: number;
  /** Lets time pass, in milliseconds. The callers' clocks stay: what they sign is dated by their own. */
  advance(milliseconds: number): void;
  /** Forgets everything, back to the beginning. */
  reset(): void;
  /** What it takes to go on from here. */
  snapshot(): Json;
  /**
   * Goes on from a snapshot.
   *
   * @returns the names of the services that begin afresh, since the snapshot is not of their document
   * @throws TeachingError when it is no snapshot
   */
  restore(snapshot: Json): readonly string[];
}

/**
 * Creates a service that behaves as documents say: executions go their way, credentials and requests are verified,
 * pages page. Of several documents, each is served below `/<its name>` too.
 *
 * @throws TeachingError when a document's schemas cannot be compiled, or two documents have one name.
 * @example
 * const sandbox = await createSandbox({ documents: [await loadDocument("openapi.yaml")] });
 * const jobs = createClient({ baseUrl: "https://jobs.acme.example/api", auth, fetch: sandbox.fetch });
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { documents, clock: own = systemClock, credentials = DEVELOPMENT_CREDENTIALS, seed = 1 } = options;
  const { pace = { by: "polls" }, latency = { fixed: 0 }, rate, sessionLifetime, bases } = options;
  checkNames(documents);
  const clock = createAdjustableClock(own);
  const random = createRestartableRandom(seed);
  const journal = createJournal();
  const rules = createRules();
  const changes = { count: 0 };
  const shared = {
    ...{ clock, callersClock: own, random, chance: createRandom(seed), changes },
    ...{ credentials, pace, latency, journal, rules },
    ...(sessionLifetime !== undefined && { sessionLifetime }),
    ...(rate !== undefined && { throttle: createThrottle(rate, clock) }),
  };
  const services = await Promise.all(documents.map((document) => createService(document, shared)));
  const memory = { services, clock, random, rules, journal };
  const beginning = takeSnapshot(memory);
  const advance = (milliseconds: number) => clock.advance(milliseconds);
  const reset = () => void restoreSnapshot(memory, beginning);
  const control = createControl({ ...memory, advance, reset }, credentials);

  const respond: Responder = async (request, signal) => {
    const path = pathOf(request.url);
    if (isControl(path)) {
      if (request.method !== "GET") changes.count += 1;
      return control(request);
    }
    const found = findService(services, request, bases);
    if (found.service)
      return found.service.answer(found.operation, { request, routed: found.routed, signal });
    if (path === "/" && wantsPage(request)) return pageAnswer();
    return found.nearest?.refuseStranger(request, found.unknown ?? "") ?? nowhere(found);
  };
  return {
    ...{ respond, fetch: fetchFrom(respond), services, journal, rules, clock, credentials, advance, reset },
    get revision() {
      return changes.count;
    },
    snapshot: () => takeSnapshot(memory),
    restore: (snapshot) => restoreSnapshot(memory, snapshot),
  };
}

function checkNames(documents: readonly Document[]): void {
  const names = documents.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return;
  throw new TeachingError({
    what: `two documents are named ${twice}`,
    expected: "a name for each: it is part of their addresses",
    example: 'await loadDocument("openapi.yaml", "acme-jobs")',
  });
}
