import { assertOptions, isFunction, kindOf } from "../assert-options.ts";
import { type Clock, systemClock } from "../clock.ts";
import { findLater } from "../find-later.ts";
import { isObject } from "../is-object.ts";
import { withWaits } from "../wait/waits.ts";
import { documentedSuccesses, toStatus } from "./documented-answer.ts";
import { type Asked, createFind } from "./find-operation.ts";
import { createHandlers, type HttpNamespace } from "./handlers.ts";
import type { Scripts } from "./mock-types.ts";
import type { MockedService } from "./mocked.ts";
import { perform } from "./perform.ts";
import { type MockRequest, readRequestBody, toMockRequest } from "./read-request.ts";
import { createRun, type Run } from "./script-run.ts";
import type { Step } from "./step.ts";

export interface MockOptions {
  /** What passes the time of `delay` and `hang`; give the client the same. By default the machine's. */
  readonly clock?: Clock | undefined;
}

/** Stands in for a service in tests. */
export interface Mock<Id extends string = string> {
  /** Answers as scripted; for the option `fetch` of a client. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What was asked, in order. */
  readonly requests: readonly MockRequest<Id>[];
  /**
   * The same as handlers of MSW (2.10 or newer, and 3): one for each operation that has a script, on any host.
   *
   * @param http - MSW's own
   * @example
   * import { http } from "msw";
   * server.use(...mock.handlers(http));
   */
  handlers<Handler>(http: HttpNamespace<Handler>): Handler[];
}

/**
 * Makes a mock of a service: it answers as the document says, by a script for each operation.
 *
 * @throws TypeError if a script asks for what is not documented, or an option is wrong.
 * @example
 * const mock = createMock<AcmeMocks>({ service, operations, documented }, { getJob: [running(), succeeded()] });
 */
export function createMock<Mocks extends object>(
  mocked: MockedService,
  scripts: Scripts<Mocks>,
  options: MockOptions = {},
): Mock<keyof Mocks & string> {
  assertScripts(scripts);
  assertOptions(options, ["clock"]);
  const { clock = systemClock } = options;
  const { service, documented } = mocked;
  const ids = Object.keys(mocked.operations);
  const describe = findLater(mocked.operations);
  const operations = withWaits(Object.fromEntries(ids.map((id) => [id, describe(id)])), mocked.waits);
  const find = createFind({ service, operations });
  const requests: MockRequest[] = [];
  const runs = new Map<string, Run>();
  for (const [id, script] of Object.entries<Step | readonly Step[] | undefined>(scripts)) {
    if (script === undefined) continue;
    const operation = operations[id];
    if (!operation) throw new TypeError(`There is no operation ${id}. ${thereAre(ids)}`);
    runs.set(id, createRun({ service, operation, answers: documented[id] ?? [] }, [script].flat()));
  }

  return {
    requests: requests as MockRequest<keyof Mocks & string>[],
    async fetch(input, init = {}) {
      const given = input instanceof Request ? input : undefined;
      const method = init.method ?? given?.method ?? "GET";
      const url = given?.url ?? String(input);
      const headers = new Headers(init.headers ?? given?.headers);
      const holder = given && init.body === undefined ? given.clone() : new Response(init.body);
      return answer({ method, url, headers }, holder, init.signal ?? given?.signal ?? undefined);
    },
    handlers: (http) =>
      createHandlers(http, { service, operations }, [...runs.keys()], (id, request) =>
        find(request)?.operation.id === id ? answer(request, request.clone(), request.signal) : undefined,
      ),
  };

  /** What is asked is noted, and the script moves on, before anything else can happen. */
  async function answer(asked: Asked, holder: Request | Response, signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    const found = find(asked);
    if (!found)
      throw new TypeError(`${asked.method} ${asked.url} is none of the operations that are mocked.`);
    const run = runs.get(found.operation.id);
    if (!run) throw unscripted(found.operation.id);
    const moment = run();
    const index = requests.push(toMockRequest(asked, found)) - 1;
    requests[index] = { ...toMockRequest(asked, found), body: await readRequestBody(asked, holder) };
    return perform(moment, clock, signal);
  }

  function unscripted(id: string): TypeError {
    const [success] = documentedSuccesses({ answers: documented[id] ?? [] });
    const status = success ? toStatus(success) : 200;
    return new TypeError(
      `The mock has no script for ${id}. Give it one: createMock({ ${id}: answers(${status}) }). ${thereAre([...runs.keys()])}`,
    );
  }
}

/** For those who have no compiler to tell them. */
function assertScripts(scripts: unknown): void {
  const example = "createMock({ getJob: [throttled(), answers(200)] })";
  if (!isObject(scripts)) {
    throw new TypeError(`The scripts are ${kindOf(scripts)}. They stand by operation: ${example}.`);
  }
  for (const [id, script] of Object.entries(scripts)) {
    const steps: readonly unknown[] = script === undefined ? [] : [script].flat();
    const stray = steps.findIndex((step) => !isFunction(Object(step).act));
    if (stray < 0) continue;
    const step = steps[stray];
    throw new TypeError(
      `Step ${stray + 1} of the script of ${id} is ${kindOf(step)}. A function makes it. Example: ${example}.`,
    );
  }
}

function thereAre(names: readonly string[]): string {
  return names.length > 0 ? `There are: ${names.join(", ")}.` : "There are none.";
}
