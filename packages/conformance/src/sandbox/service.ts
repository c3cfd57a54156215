import type { Credentials } from "../authentication/credentials.ts";
import type { Document, Operation } from "../document/document.ts";
import { loadValidators } from "../schema/load-validators.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { createGate, type Gate } from "./access/gate.ts";
import type { Answer } from "./answer.ts";
import { breakAnswer } from "./break-answer.ts";
import type { Clock } from "./clock.ts";
import { explainPreference } from "./control/explain-preference.ts";
import { lessonProblem } from "./control/lesson-problem.ts";
import type { Rules } from "./control/rules.ts";
import type { Throttle } from "./control/throttle.ts";
import { documentedAnswer } from "./documented-answers.ts";
import { type Draft, finish } from "./draft.ts";
import type { Journal } from "./journal.ts";
import { type Latency, nextLatency } from "./latency.ts";
import { type Preference, parsePrefer } from "./prefer.ts";
import type { Random } from "./random.ts";
import { createReading } from "./request/create-reading.ts";
import { contentTypeFor } from "./request/negotiate.ts";
import { refuse } from "./request/refuse.ts";
import { operationUnknown, strangersModel } from "./request/refuse-stranger.ts";
import { createRequestIds } from "./request-ids.ts";
import { TOO_OFTEN, withRetryHint } from "./throttled.ts";
import type { Violation } from "./violation.ts";
import type { Pace } from "./world/ending.ts";
import { createWorld, type World } from "./world/world.ts";

/** What the sandbox holds for one document. */
export interface Service {
  readonly document: Document;
  readonly validators: Validators;
  readonly gate: Gate;
  readonly world: World;
  /** Answers a request for one of its operations. */
  readonly answer: (operation: Operation, asked: Asked) => Promise<Answer>;
  /** Answers a request that names an operation which is none; nothing where no error is documented for that. */
  readonly refuseStranger: (request: SentRequest, name: string) => Answer | undefined;
}

/** A request, and what is known of it besides. */
interface Asked {
  /** As it was sent: a signature is of that. */
  readonly request: SentRequest;
  /** The same, at the URL that the document's paths are looked for in. */
  readonly routed: SentRequest;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What all services of a sandbox share. */
export interface Shared {
  readonly clock: Clock;
  /** What the callers' clocks are held against: dates and signatures are theirs. */
  readonly callersClock: Clock;
  readonly random: Random;
  /** For what is no part of the answers, so that the same seed makes the same ids. */
  readonly chance: Random;
  readonly credentials: Credentials;
  readonly pace: Pace;
  readonly sessionLifetime?: number;
  readonly latency: Latency;
  /** Absent: as often as anybody likes. */
  readonly throttle?: Throttle;
  readonly journal: Journal;
  readonly rules: Rules;
  /** How many requests there were that can have changed something. */
  readonly changes: { count: number };
}

/** How long who asked for a throttled answer is told to wait, in milliseconds. */
const PATIENCE = 1000;

/** Creates the service that one document describes. */
export async function createService(document: Document, shared: Shared): Promise<Service> {
  const { clock, throttle, journal } = shared;
  const { validators } = await loadValidators(document);
  const readRequest = createReading(document, validators);
  const gate = createGate({ document, ...shared });
  const world = createWorld({ document, ...shared });
  const withRequestId = createRequestIds(document, shared.chance);
  return { document, validators, gate, world, answer, refuseStranger };

  async function answer(operation: Operation, sent: Asked): Promise<Answer> {
    const asked = { ...sent, request: { ...sent.request, sentAt: shared.callersClock.now() } };
    shared.changes.count += 1;
    const prefer = asked.request.headers.get("prefer");
    const preference = { ...shared.rules.take(operation.id, document.name), ...parsePrefer(prefer) };
    const lesson = explainPreference(preference);
    if (lesson) return lessonProblem(lesson);
    const whole = decide(operation, asked, preference);
    const wait = nextLatency(shared.latency, shared.chance) + (preference.delay ?? 0);
    if (wait > 0) await clock.sleep(wait, asked.signal);
    return breakAnswer(document, operation, whole, preference);
  }

  function refuseStranger(request: SentRequest, name: string): Answer | undefined {
    const model = strangersModel(document);
    if (!model) return undefined;
    const violations = [operationUnknown(document, name)];
    journal.record({ at: clock.now(), document, request, violations });
    return refuse(document, model, violations, request.method, request.headers.get("accept"), withRequestId);
  }

  function decide(operation: Operation, asked: Asked, preference: Preference): Answer {
    const { request } = asked;
    const { method } = request;
    const accept = request.headers.get("accept");
    if (preference.status !== undefined || preference.example !== undefined) {
      return documentedAnswer(document, operation, preference, method);
    }
    const refused = (violations: readonly Violation[]) => {
      journal.record({ at: clock.now(), document, operation, request, violations });
      return refuse(document, operation, violations, method, accept, withRequestId);
    };
    const wait = preference.throttled ? PATIENCE : (throttle?.wait() ?? 0);
    if (wait > 0) return withRetryHint(document, refused([TOO_OFTEN]), wait);
    const outcome = act(operation, asked, preference);
    if (!("status" in outcome)) return refused(outcome);
    const draft = withRequestId(outcome);
    return finish(draft, method, draft.media && contentTypeFor(document, draft.media, accept));
  }

  /** Does what is asked, if the caller may and the request is as documented. */
  function act(
    operation: Operation,
    { request, routed }: Asked,
    preference: Preference,
  ): Draft | readonly Violation[] {
    const strangers = gate.admit(operation, request);
    if (strangers.length > 0) return strangers;
    const read = readRequest(operation, routed);
    if (read.violations.length > 0) return read.violations;
    const received = { document, operation, request, preference, arguments: read.arguments };
    const impostors = gate.identify(received);
    if (impostors.length > 0) return impostors;
    const outcome = world.act(received);
    return "status" in outcome ? gate.present(received, outcome) : outcome;
  }
}
