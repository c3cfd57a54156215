import type { Credentials } from "../authentication/credentials.ts";
import type { Document, Operation } from "../document/document.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import type { Validators } from "../schema/compile-validators.ts";
import { loadValidators } from "../schema/load-validators.ts";
import type { SentRequest } from "../wire/exchange.ts";
import type { Fetch } from "../wire/record-fetch.ts";
import { createGate, type Gate } from "./access/gate.ts";
import { type Answer, fetchFrom, type Responder } from "./answer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { createRules, type Rules } from "./control/rules.ts";
import { documentedAnswer, nowhere } from "./documented-answers.ts";
import { finish } from "./draft.ts";
import { findOperation, type Route } from "./find-operation.ts";
import { createJournal, type Journal } from "./journal.ts";
import { type Preference, parsePrefer } from "./prefer.ts";
import { createRandom } from "./random.ts";
import { readArguments } from "./request/read-arguments.ts";
import { refuse } from "./request/refuse.ts";
import type { Violation } from "./violation.ts";
import { createWorld, type Pace, type World } from "./world/world.ts";

export interface SandboxOptions {
  readonly documents: readonly Document[];
  /** By default the machine's own. */
  readonly clock?: Clock;
  /** By default those for development, which the README names. */
  readonly credentials?: Credentials;
  /** The same seed makes the same ids and tokens. */
  readonly seed?: number;
  /** By default a step for each poll. */
  readonly pace?: Pace;
  /** How long a session lives, in milliseconds; by default as long as the document says. */
  readonly sessionLifetime?: number;
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
}

/** What the sandbox holds for one document. */
export interface Service {
  readonly document: Document;
  readonly validators: Validators;
  readonly gate: Gate;
  readonly world: World;
}

/**
 * Creates a service that behaves as documents say: executions go their way, credentials and requests are verified,
 * pages page.
 *
 * @throws TeachingError when a document's schemas cannot be compiled.
 * @example
 * const sandbox = await createSandbox({ documents: [await loadDocument("openapi.yaml")] });
 * const jobs = createClient({ baseUrl: "https://jobs.acme.example/api", auth, fetch: sandbox.fetch });
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { documents, clock = systemClock, credentials = DEVELOPMENT_CREDENTIALS, seed = 1 } = options;
  const { pace = { by: "polls" }, sessionLifetime } = options;
  const random = createRandom(seed);
  const journal = createJournal();
  const rules = createRules();
  const services = await Promise.all(
    documents.map(async (document): Promise<Service> => {
      const { validators } = await loadValidators(document);
      const shared = { document, clock, random };
      const gate = createGate({
        ...shared,
        credentials,
        ...(sessionLifetime !== undefined && { sessionLifetime }),
      });
      return { document, validators, gate, world: createWorld({ ...shared, pace }) };
    }),
  );
  const respond: Responder = async (sent) => {
    const request = { ...sent, sentAt: clock.now() };
    const { service, route } = findService(services, request);
    if (!service || !route.operation) return nowhere(route as Extract<Route, { operation?: undefined }>);
    const rule = rules.take(route.operation.id);
    const preference = { ...rule, ...parsePrefer(request.headers.get("prefer")) };
    return answer(service, route.operation, request, preference, journal);
  };
  return { respond, fetch: fetchFrom(respond), services, journal, rules };
}

function answer(
  service: Service,
  operation: Operation,
  request: SentRequest,
  preference: Preference,
  journal: Journal,
): Answer {
  const { document, validators, gate, world } = service;
  const { method } = request;
  if (preference.status !== undefined || preference.example !== undefined) {
    return documentedAnswer(document, operation, preference, method);
  }
  const refused = (violations: readonly Violation[]) => {
    journal.record({ document, operation, request, violations });
    return refuse(document, operation, violations, method);
  };
  const strangers = gate.admit(operation, request);
  if (strangers.length > 0) return refused(strangers);
  const read = readArguments(document, validators, operation, request);
  if (read.violations.length > 0) return refused(read.violations);
  const received = { document, operation, request, preference, arguments: read.arguments };
  const impostors = gate.identify(received);
  if (impostors.length > 0) return refused(impostors);
  const outcome = world.act(received);
  if (!("status" in outcome)) return refused(outcome);
  return finish(gate.present(received, outcome), method);
}

/** The first service that has an operation for a request; else what the last of them says of it. */
function findService(
  services: readonly Service[],
  request: SentRequest,
): { service?: Service; route: Route } {
  let route: Route = { status: 404, allow: [] };
  for (const service of services) {
    const found = findOperation(service.document, request);
    if (found.operation) return { service, route: found };
    if (found.status === 405) route = found;
  }
  return { route };
}
