import { createCases, mainCase } from "../cases/create-cases.ts";
import type { Arguments } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import type { Clock } from "../sandbox/clock.ts";
import { createSandbox, type Sandbox } from "../sandbox/create-sandbox.ts";
import { readArguments } from "../sandbox/request/read-arguments.ts";
import type { Link } from "../sandbox/world/links.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { readRequest } from "../wire/fetch.ts";
import { type ClientModule, createAuth } from "./client-caller.ts";
import { credentialsFor, DEVELOPMENT_CREDENTIALS } from "./credentials.ts";
import type { Lifecycle } from "./documented-lifecycles.ts";
import { flatArguments } from "./flat-arguments.ts";
import { linkArguments } from "./link-arguments.ts";
import { sessionInputs } from "./session-inputs.ts";

export interface LifecycleBench {
  readonly document: Document;
  /** The client package, as a module. */
  readonly client: ClientModule;
  /** Its mock, as a module: of it, the virtual clock. */
  readonly testing: object;
}

/** A lifecycle about to be played, in virtual time. */
export interface LifecycleStage {
  readonly sandbox: Sandbox;
  readonly client: WaitingClient;
  readonly args: Record<string, Json>;
  readonly answer: () => Promise<void>;
}

/** How a wait of a client ends. */
export interface Ended {
  readonly status: string;
  readonly token: string;
  readonly result?: unknown;
  readonly error?: unknown;
}

interface WaitingClient {
  run(operation: string, args: object, options: object): Promise<Ended>;
  resume(token: string, options: object): Promise<Ended>;
  readonly [operation: string]: unknown;
}

/** Sets up a sandbox, and a client that is let in. */
export async function setUpLifecycle(
  { document, client: module, testing }: LifecycleBench,
  { start, poll, answer }: Lifecycle,
): Promise<LifecycleStage> {
  const cases = createCases(document);
  const main = mainCase(cases, start);
  if (!main) throw new Error(`${start.id} documents no answer`);
  const clock = (testing as { createVirtualClock(): Clock }).createVirtualClock();
  const sandbox = await createSandbox({ documents: [document], clock });
  const sent: SentRequest[] = [];
  const inputs = sessionInputs(document);
  const chosen = credentialsFor(document, main, DEVELOPMENT_CREDENTIALS);
  const logIn = (module as { session?: (inputs: object) => unknown }).session;
  const auth = inputs && logIn ? logIn(inputs.values) : chosen && createAuth(module, chosen);
  const fetch = async (url: string, init: RequestInit) => {
    sent.push(await readRequest(new Request(url, init)));
    return sandbox.fetch(url, init);
  };
  const client = module.createClient({
    baseUrl: "http://sandbox.invalid",
    fetch,
    auth,
    clock,
  } as object) as WaitingClient;
  return {
    sandbox,
    client,
    args: flatArguments(document, main),
    answer: async () => {
      if (!answer) throw new Error(`nothing documented lets ${poll.id} go on`);
      const last = sent.at(-1);
      const service = sandbox.services[0];
      if (!last || !service) throw new Error("nothing was sent");
      const asked = readArguments(document, service.validators, poll, last).arguments;
      const args = followLink(document, answer, asked);
      const result = await (
        client[answer.target.id] as (args: object) => Promise<{ ok: boolean; status: unknown }>
      )(args);
      if (!result.ok) throw new Error(`${answer.target.id} was refused: ${result.status}`);
    },
  };
}

/** The arguments that the document shows for a link's target, with those that the link gives. */
function followLink(document: Document, link: Link, asked: Arguments): Record<string, Json> {
  const sent = linkArguments(document, link, { ...asked, body: asked.body?.value });
  return flatArguments(document, { operation: link.target, arguments: sent });
}
