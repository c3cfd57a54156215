import { describe, expect, test } from "vitest";
import { BASE_URL, document, documentOf, JOB_ID, VENDOR } from "../../test/acme-jobs.ts";
import { readRequest } from "../wire/fetch.ts";
import type { Answer } from "./answer.ts";
import { createDocumentedAnswers } from "./documented-answers.ts";

const sandbox = createDocumentedAnswers(document);

async function ask(
  request: string,
  prefer?: string,
  from = sandbox,
): Promise<Pick<Answer, "status"> & { headers: object; body: unknown }> {
  const [method = "", path = ""] = request.split(" ");
  const headers = prefer === undefined ? {} : { prefer };
  const {
    status,
    headers: answered,
    body,
  } = await from(await readRequest(new Request(`${BASE_URL}${path}`, { method, headers })));
  const isJson = String(answered["content-type"]).includes("json");
  return { status, headers: answered, body: isJson ? JSON.parse(String(body)) : body };
}

describe("asked for nothing, it answers with the first example of the first success", () => {
  test.each([
    { given: "GET /jobs/1", want: { status: 200, body: { state: "DONE", "job-id": JOB_ID } } },
    { given: "GET /jobs/latest", want: { status: 200, body: { state: "RUNNING" } } },
    { given: "POST /jobs/search", want: { status: 200, body: { retCode: "0", total: 1 } } },
    { given: "GET /health", want: { status: 200, body: { healthy: true } } },
    {
      given: "POST /jobs",
      want: { status: 202, headers: { Location: `/tenants/main/v3/jobs/${JOB_ID}`, "Retry-After": "2" } },
    },
    {
      given: "GET /jobs/1/log",
      want: { status: 200, headers: { "content-type": "text/plain" }, body: "07:10 begun\n07:12 done" },
    },
  ])("$given", async ({ given, want }) => {
    expect(await ask(given)).toMatchObject(want);
  });

  test("of the documented media type, verbatim", async () => {
    expect((await ask("GET /jobs/1")).headers).toEqual({ "content-type": VENDOR });
  });

  test("of no content", async () => {
    expect(await ask("DELETE /jobs/1")).toEqual({ status: 204, headers: {}, body: undefined });
  });
});

describe("a documented header", () => {
  const schema = { type: "string" };
  const content = { "text/plain": { schema, example: "x" } };
  const answerWith = async (headers: object, method = "GET") => {
    const response = { description: "A thing.", headers, content };
    const from = createDocumentedAnswers(documentOf({ responses: { "200": response } }));
    return (await ask(`${method} /thing`, undefined, from)).headers;
  };
  const integer = { type: "integer" };

  test.each([
    { name: "says what its example says", header: { schema, example: "1.2" }, want: "1.2" },
    { name: "or one of several", header: { schema, examples: { a: { value: "1.3" } } }, want: "1.3" },
    { name: "or its schema", header: { schema: { ...schema, examples: ["1.4"] } }, want: "1.4" },
    { name: "joins lists", header: { schema: { type: "array" }, example: [1, 2] }, want: "1,2" },
    { name: "joins objects", header: { schema: { type: "object" }, example: { a: 1 } }, want: "a,1" },
    { name: "spreads them", header: { explode: true, schema: {}, example: { a: 1, b: 2 } }, want: "a=1,b=2" },
    {
      name: "writes JSON",
      header: { content: { "application/json": { schema: {}, example: { a: [1] } } } },
      want: '{"a":[1]}',
    },
  ])("$name", async ({ header, want }) => {
    expect(await answerWith({ "X-Acme": header })).toMatchObject({ "X-Acme": want });
  });

  test("that says how a message is written is none of the example's", async () => {
    const length = { schema: integer, example: 279 };
    const framing = { "Content-Length": length, "Transfer-Encoding": { schema, example: "chunked" } };
    expect(await answerWith(framing)).toEqual({ "content-type": "text/plain" });
  });

  test("and where the length must be said, it is that of the body", async () => {
    const length = { required: true, schema: integer, example: 279 };
    expect(await answerWith({ "Content-Length": length })).toMatchObject({ "content-length": "1" });
  });
});

describe("asked for an answer, it gives it", () => {
  test.each([
    {
      given: "GET /jobs/1",
      prefer: "code=200, example=failed",
      want: { status: 200, body: { state: "FAILED" } },
    },
    { given: "GET /jobs/1", prefer: "example=failed", want: { status: 200, body: { state: "FAILED" } } },
    { given: "GET /jobs/1", prefer: "code=404", want: { status: 404, body: { code: "JobNotFound" } } },
    {
      given: "GET /jobs/1",
      prefer: "code=404, example=JobExpired",
      want: { status: 404, body: { code: "JobExpired", message: "No such job.", details: [] } },
    },
    // Nothing is shown for this status: all of it is made from the schema.
    {
      given: "GET /jobs/1",
      prefer: "code=409, example=JobSealed",
      want: { status: 409, body: { code: "JobSealed" } },
    },
    // A status in the range is answered with itself.
    { given: "POST /jobs", prefer: "code=429", want: { status: 429, body: { code: "QuotaExceeded" } } },
    { given: "GET /jobs/latest", prefer: "code=503", want: { status: 503, body: { code: "Unavailable" } } },
    { given: "GET /health", prefer: "code=503", want: { status: 503, headers: {}, body: undefined } },
  ])("$given $prefer", async ({ given, prefer, want }) => {
    expect(await ask(given, prefer)).toMatchObject(want);
  });

  test.each([
    { prefer: "example=2002", want: { retCode: "2002", retMsg: "The query was not understood." } },
    // An error in the band of a success brings no outcome with it.
    { prefer: "example=2001", want: { retCode: "2001", retMsg: "ok", total: 1, status: "Done" } },
  ])("in band: $prefer", async ({ prefer, want }) => {
    expect(await ask("POST /jobs/search", prefer)).toMatchObject({ status: 200, body: want });
    expect((await ask("POST /jobs/search", prefer)).body).toEqual(want);
  });
});

describe("asked for what is not documented, it says so", () => {
  test.each([
    {
      given: "GET /jobs/1",
      prefer: "code=418",
      want: { status: 400, body: { status: 400, title: "418 is not documented: 200, 400, 404, 409" } },
    },
    {
      given: "GET /nowhere",
      want: { status: 404, body: { status: 404, title: "no documented operation has this path" } },
    },
    {
      given: "PUT /jobs/1",
      want: {
        status: 405,
        headers: { allow: "GET, DELETE" },
        body: { status: 405, title: "not a documented method here" },
      },
    },
  ])("$given $prefer", async ({ given, prefer, want }) => {
    const answer = await ask(given, prefer);
    expect(answer).toMatchObject(want);
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json" });
  });
});

describe("a document of another kind", () => {
  test.each([
    { name: "only a range", responses: { "2XX": { description: "" } }, want: 200 },
    { name: "only a default", responses: { default: { description: "" } }, want: 200 },
    { name: "only an error", responses: { "404": { description: "" } }, want: 404 },
    { name: "a success after an error", responses: { "404": {}, "201": {} }, want: 201 },
  ])("$name", async ({ responses, want }) => {
    expect(
      (await ask("GET /thing", undefined, createDocumentedAnswers(documentOf({ responses })))).status,
    ).toBe(want);
  });

  test("HEAD is answered without the content", async () => {
    const content = { "application/json": { schema: { type: "object" } } };
    const headed = documentOf({ responses: { "200": { content } } }, {}, { method: "head" });
    const answer = await createDocumentedAnswers(headed)(
      await readRequest(new Request(`${BASE_URL}/thing`, { method: "HEAD" })),
    );
    const headers = { "content-type": "application/json", "content-length": "2" };
    expect(answer).toEqual({ status: 200, headers });
  });
});

test("of an image, there is one", async () => {
  const from = createDocumentedAnswers(
    documentOf({ responses: { "200": { content: { "image/png": {} } } } }),
  );
  const { headers, body } = await from(await readRequest(new Request(`${BASE_URL}/thing`)));
  expect(headers).toEqual({ "content-type": "image/png" });
  expect(
    Buffer.from(body as Uint8Array)
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});
