import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BASE_URL, document, documentOf, RPC } from "../../test/acme-jobs.ts";
import { createCases } from "../cases/create-cases.ts";
import { compileModule } from "../schema/compile-validators.ts";
import { runModule } from "../schema/run-validators.ts";
import { judgeResponse } from "../traffic/judge-response.ts";
import { createAnswers } from "./create-answers.ts";

/** As the mocks of a generated client say it. */
interface JobsMocks {
  getJob: {
    answers: {
      200: { body: object; name: "succeeded" | "failed" };
      404: { body: object; name: "JobNotFound" | "JobExpired" };
    };
  };
  cancelJob: { answers: { 204: { body: undefined; name: never } } };
}

const answer = createAnswers<JobsMocks>(document);
const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ask = (path: string, init?: RequestInit) => fetch(`${BASE_URL}${path}`, init);

describe("an answer by its name", () => {
  test.each([
    { name: "an example", given: () => answer("getJob", 200, "failed"), want: [200, "FAILED"] },
    { name: "an error code", given: () => answer("getJob", 404, "JobNotFound"), want: [404, "JobNotFound"] },
    {
      name: "an error code that no example shows",
      given: () => answer("getJob", 404, "JobExpired"),
      want: [404, "JobExpired"],
    },
    { name: "the first of a status", given: () => answer("getJob", 200), want: [200, "DONE"] },
  ])("$name", async ({ given, want }) => {
    server.use(given());
    const response = await ask("/jobs/1");
    const body = (await response.json()) as { state?: string; code?: string };
    expect([response.status, body.state ?? body.code]).toEqual(want);
  });

  test("with no body", async () => {
    server.use(answer("cancelJob", 204));
    expect((await ask("/jobs/1", { method: "DELETE" })).status).toBe(204);
  });

  test("to that operation alone", async () => {
    server.use(answer("getJob", 404), createAnswers(document)("getLatestJob", 200));
    expect((await ask("/jobs/latest")).status).toBe(200);
    expect((await ask("/jobs/1")).status).toBe(404);
  });

  test("where the service is said to stand, and nowhere else", async () => {
    const elsewhere = createAnswers<JobsMocks>(document, { baseUrl: "https://elsewhere.example/v9" });
    server.use(answer("getJob", 404, "JobExpired"), elsewhere("getJob", 404, "JobNotFound"));
    const code = async (base: string) =>
      ((await (await fetch(`${base}/jobs/1`)).json()) as { code: string }).code;
    expect(await code("https://elsewhere.example/v9")).toBe("JobNotFound");
    expect(await code(BASE_URL)).toBe("JobExpired");
  });

  test("where operations share one path", async () => {
    const rpc = documentOf({}, {}, { root: RPC });
    server.use(createAnswers(rpc)("getThing", 200));
    const headers = { "x-acme-action": "getThing", "x-acme-version": "2026-11-22" };
    expect((await ask("/", { headers })).status).toBe(200);
  });
});

test("every documented answer conforms", async () => {
  const bench = { document, validators: runModule(document, compileModule(document)) };
  const any = createAnswers(document);
  for (const { operation, status, example, code, name } of createCases(document)) {
    server.use(any(operation.id, status, example ?? code));
    const response = await ask(operation.path.replace("{jobId}", "1"), { method: operation.method });
    const body = new Uint8Array(await response.arrayBuffer());
    const { judged } = judgeResponse(bench, operation, {
      status: response.status,
      headers: response.headers,
      body,
    });
    const wrong = judged.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict !== "pass"));
    expect([operation.id, name, response.status, wrong]).toEqual([operation.id, name, status, []]);
    server.resetHandlers();
  }
});

describe("a name that is not documented", () => {
  test.each([
    { given: () => createAnswers(document)("getJobs", 200), want: /no operation getJobs/ },
    {
      given: () => createAnswers(document)("getJob", 418),
      want: /getJob documents no 418\n.*200, 400, 404, 409/,
    },
    {
      given: () => createAnswers(document)("getJob", 404, "Nope"),
      want: /documents no Nope\n.*JobNotFound, JobExpired/,
    },
  ])("$want", ({ given, want }) => {
    expect(given).toThrow(want);
  });
});

test("names are known to the compiler", () => {
  // @ts-expect-error no such operation
  expect(() => answer("getJobs", 200)).toThrow();
  // @ts-expect-error no such status
  expect(() => answer("getJob", 418)).toThrow();
  // @ts-expect-error no such name of this status
  expect(() => answer("getJob", 404, "failed")).toThrow();
});
