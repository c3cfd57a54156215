import { NO_BODY, type TestCase } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { findMarked } from "../document/find-marked.ts";
import { isObject } from "../document/json.ts";
import { valueAt } from "../document/pointer.ts";
import { CANONICAL_STATES, STATUS } from "../document/vocabulary.ts";
import type { Validators } from "../schema/run-validators.ts";
import { type Fetch, fromFetch } from "../wire/fetch.ts";
import { type ClientModule, type ClientModuleOptions, createClientCaller } from "./client-caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "./credentials.ts";
import { runCase } from "./run-case.ts";

/** What a mock is judged by. */
export interface MockBench {
  readonly document: Document;
  readonly validators: Validators;
  /** The client package, as a module. */
  readonly client: ClientModule;
  /** Its mock, as a module: `createMock`, and the steps that scripts are made of. */
  readonly testing: object;
}

/** The shape of a mock, by which alone it is known, as the client is. */
interface MockModule {
  createMock(scripts: Record<string, unknown>, options: { clock: unknown }): { readonly fetch: Fetch };
  createVirtualClock(): unknown;
  readonly [step: string]: unknown;
}

const TARGET = { baseUrl: "http://mock.invalid", credentials: DEVELOPMENT_CREDENTIALS };

/** What is wrong with a mocked answer, judged as one of a live service would be; nothing if it is as documented. */
export function judgeAnswer(bench: MockBench, testCase: TestCase): Promise<object[]> {
  return judge(bench, testCase, answering(bench, testCase));
}

/** What is wrong with a mocked state, or with what the client makes of it. */
export async function judgeState(bench: MockBench, main: TestCase, state: string): Promise<object[]> {
  const step = make(bench, state);
  // What has expired holds next to nothing, and that is what it says.
  const right = state === "expired" ? ["pass", "vacuous"] : ["pass"];
  const wrong = await judge(bench, withoutSample(main), step, right);
  const { status } = await call(bench, main, step, watching(bench.client, main.operation));
  return status === state ? wrong : [...wrong, { check: "state", expected: state, received: status }];
}

/** What is wrong with a mock that is asked again because of a step: it is to answer then. */
export async function judgeRetry(bench: MockBench, main: TestCase, step: string): Promise<object[]> {
  const script = [make(bench, step), answering(bench, main)];
  const { ok } = await call(bench, main, script, bench.client);
  return ok === true ? [] : [{ check: "retry", expected: `an answer after ${step}`, received: "none" }];
}

/** What the successes of an operation can tell of how something goes: by the outermost status. */
export function documentedStates({ root }: Document, { responses }: Operation): string[] {
  const schemas = Object.values(responses)
    .filter(({ status }) => isSuccess(status))
    .flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []));
  const marks = schemas.flatMap((schema) => findMarked(root, schema, STATUS));
  const [outermost] = marks.sort((a, b) => a.steps.length - b.steps.length);
  const schema = outermost && valueAt(root, outermost.schema);
  if (!outermost || !isObject(outermost.mark) || !isObject(schema)) return [];
  const { mark } = outermost;
  const states = CANONICAL_STATES.filter((state) => mark[state] !== undefined);
  return schema["x-lro-expires"] === undefined ? states : [...states, "expired"];
}

function make({ testing }: MockBench, step: string, ...given: unknown[]): unknown {
  return ((testing as MockModule)[step] as (...args: unknown[]) => unknown)(...given);
}

function answering(bench: MockBench, { status, code, example }: TestCase): unknown {
  return example === NO_BODY ? make(bench, "empty") : make(bench, "answers", status, code ?? example);
}

/** What the checks find wrong. */
async function judge(
  { document, validators, client, testing }: MockBench,
  testCase: TestCase,
  script: unknown,
  right: readonly string[] = ["pass"],
): Promise<object[]> {
  const { createMock, createVirtualClock } = testing as MockModule;
  const { fetch } = createMock({ [testCase.operation.id]: script }, { clock: createVirtualClock() });
  const caller = createClientCaller(document, client, TARGET);
  const bench = {
    document,
    validators,
    baseUrl: TARGET.baseUrl,
    call: caller,
    send: fromFetch(fetch),
    timeout: 10_000,
  };
  const { judged } = await runCase(bench, testCase);
  return judged.flatMap(({ check, findings }) =>
    findings
      .filter(({ verdict }) => !right.includes(verdict))
      .map((finding) => ({ case: testCase.name, check, ...finding })),
  );
}

/** What a client comes back with that tries again, on a clock of its own. */
async function call(
  { document, testing }: MockBench,
  testCase: TestCase,
  script: unknown,
  module: ClientModule,
): Promise<{ ok?: unknown; status?: unknown }> {
  const { createMock, createVirtualClock } = testing as MockModule;
  const clock = createVirtualClock();
  const { fetch } = createMock({ [testCase.operation.id]: script }, { clock });
  const createClient = (given: ClientModuleOptions = {}) =>
    module.createClient({ ...given, retry: undefined, ...{ clock } });
  const outcome = await createClientCaller(
    document,
    { ...module, createClient },
    TARGET,
  )(testCase, fromFetch(fetch));
  return outcome?.kind === "result" ? outcome : {};
}

type Watch = (id: string, args: object, options: object) => AsyncGenerator<unknown, unknown>;

/** A client whose method gives what the first look at the operation tells. */
function watching(client: ClientModule, { id }: Operation): ClientModule {
  const options = { deadline: "1m", onWaiting: "stop" };
  return {
    ...client,
    createClient(given) {
      const { watch } = client.createClient(given) as { watch: Watch };
      return { [id]: async (args: object) => (await watch(id, args, options).next()).value };
    },
  };
}

/** The document's sample is of a certain state, and another can hold fewer members. */
function withoutSample({ sample: _, example: __, ...testCase }: TestCase): TestCase {
  return testCase;
}
