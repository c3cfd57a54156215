import { describe, expect, test } from "vitest";
import { bench, document } from "../../test/acme-jobs.ts";
import { createModule } from "../../test/acme-jobs-client.ts";
import { createCases, mainCase } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import { isRead } from "../document/is-read.ts";
import { fetchFrom } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { formatPrefer } from "../sandbox/prefer.ts";
import type { Fetch } from "../wire/fetch.ts";
import { documentedStates, judgeAnswer, judgeRetry, judgeState, type MockBench } from "./judge-mock.ts";

type Step = (request: Request) => Promise<Response>;

const sandbox = fetchFrom(createDocumentedAnswers(document));
const STATES: Readonly<Record<string, string>> = { RUNNING: "running", DONE: "succeeded", FAILED: "failed" };

/** A mock that asks the sandbox, with faults to order. */
function mockOf(faults: Record<string, (...args: never[]) => Step> = {}): object {
  const answers = (status: number, example?: string | number): Step => {
    const prefer = formatPrefer({ status, ...(example !== undefined && { example: String(example) }) });
    return (request) =>
      sandbox(new Request(request, { headers: { ...Object.fromEntries(request.headers), prefer } }));
  };
  const state = (name: string) => (): Step => async (request) => {
    const response = await answers(200, "succeeded")(request);
    const [value] = Object.entries(STATES).find(([, one]) => one === name) ?? [];
    return new Response((await response.text()).replace('"DONE"', JSON.stringify(value)), response);
  };
  return {
    answers,
    reset: () => () => Promise.reject(new TypeError("fetch failed")),
    ...Object.fromEntries(Object.values(STATES).map((name) => [name, state(name)])),
    createVirtualClock: () => undefined,
    createMock(scripts: Record<string, Step | Step[]>): { fetch: Fetch } {
      const steps = Object.values(scripts).flat();
      return {
        fetch: (input, init) =>
          (steps.length > 1 ? steps.shift() : steps[0])?.(new Request(input, init)) as Promise<Response>,
      };
    },
    ...faults,
  };
}

/** The fixture's client, which also watches and tries again. */
const client: MockBench["client"] = {
  ...createModule(),
  createClient(options = {}) {
    const { fetch } = options as { fetch: (url: string, init: RequestInit) => Promise<Response> };
    const patient = (url: string, init: RequestInit) => fetch(url, init).catch(() => fetch(url, init));
    const single = createModule().createClient(options) as Record<string, (args: object) => Promise<object>>;
    const again = createModule().createClient({ ...options, fetch: patient }) as typeof single;
    return {
      ...("clock" in options ? again : single),
      async *watch(id: string, args: object) {
        const result = (await single[id]?.(args)) as { data?: { state: string } } | undefined;
        yield { status: STATES[result?.data?.state ?? ""] };
      },
    };
  },
};

const judged = (testing: object): MockBench => ({ document, validators: bench.validators, client, testing });
const cases = createCases(document).filter(({ requirement }) => requirement === undefined);
const operation = document.operations.find(({ id }) => id === "getJob") as TestCase["operation"];
const main = mainCase(cases, operation) as TestCase;

describe("a mock that answers as documented", () => {
  test("is right in every case", async () => {
    for (const testCase of cases) expect(await judgeAnswer(judged(mockOf()), testCase)).toEqual([]);
  });
  test.each(["running", "succeeded", "failed"])("is right when it is %s", async (state) => {
    expect(await judgeState(judged(mockOf()), main, state)).toEqual([]);
  });
  test("is right when it is asked again", async () => {
    expect(await judgeRetry(judged(mockOf()), main, "reset")).toEqual([]);
  });
});

describe("a mock is caught that", () => {
  const answer =
    (text: string, status = 200): Step =>
    async () =>
      new Response(text, {
        status,
        headers: { "content-type": operation.responses["200"]?.content[0]?.type ?? "" },
      });
  test.each([
    {
      what: "answers with another status",
      faults: { answers: () => answer("{}", 418) },
      want: "status-code",
    },
    { what: "breaks the schema", faults: { answers: () => answer('{"state":1}') }, want: "response-schema" },
    {
      what: "says next to nothing",
      faults: {
        answers: () => answer(`{"job-id":"${"0".repeat(8)}-0000-4000-8000-000000000000","state":"DONE"}`),
      },
      want: "response-schema",
    },
  ])("$what", async ({ faults, want }) => {
    const wrong = await judgeAnswer(judged(mockOf(faults)), main);
    expect(wrong).toContainEqual(expect.objectContaining({ check: want }));
  });

  test("tells another state", async () => {
    const testing = mockOf({ running: () => (mockOf() as { succeeded: () => Step }).succeeded() });
    expect(await judgeState(judged(testing), main, "running")).toEqual([
      { check: "state", expected: "running", received: "succeeded" },
    ]);
  });

  test("does not go on after a fault", async () => {
    const testing = mockOf({ answers: () => () => Promise.reject(new TypeError("fetch failed")) });
    expect(await judgeRetry(judged(testing), main, "reset")).toMatchObject([{ check: "retry" }]);
  });
});

test("what is documented of an operation", () => {
  const found = document.operations.map((one) => [
    one.id,
    isRead(document, one),
    documentedStates(document, one),
  ]);
  expect(found).toContainEqual([
    "getJob",
    true,
    ["notStarted", "running", "waiting", "succeeded", "failed", "canceled"],
  ]);
  expect(found).toContainEqual(["cancelJob", false, []]);
});
