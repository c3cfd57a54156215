import { describe, expect, test } from "vitest";
import { benchOf, caseOf, complaints, document, documentOf, judgeAnswer } from "../../test/acme-jobs.ts";
import { askFor } from "../run/ask-for.ts";
import { runCase } from "../run/run-case.ts";
import { createCases, mainCase } from "./create-cases.ts";
import type { TestCase } from "./test-case.ts";

describe("an operation has a case for each documented answer", () => {
  test.each([
    {
      given: "getJob",
      want: [
        "200 succeeded",
        "200 failed",
        "400 BadDepth",
        "404 JobNotFound",
        "404 JobExpired",
        "409 JobLocked",
        "409 JobSealed",
        // The first success once more, by each further way to authenticate.
        "200 succeeded by AcmeBasic",
        "200 succeeded by AcmeSignature",
      ],
    },
    // A range and a default are asked for by one of their statuses.
    {
      given: "startJob",
      want: [
        "202 accepted",
        "400 QuotaExceeded",
        "400 NameTaken",
        "202 accepted by AcmeBasic",
        "202 accepted by AcmeSignature",
      ],
    },
    { given: "getLatestJob", want: ["200 example", "500 example"] },
    // In the band of a success, each code that is none is a case.
    { given: "findJobs", want: ["200 found", "200 2001", "200 2002"] },
    { given: "cancelJob", want: ["204", "404 JobNotFound"] },
    { given: "getHealth", want: ["200 example", "503"] },
  ])("$given", ({ given, want }) => {
    const own = createCases(document).filter(({ operation }) => operation.id === given);
    expect(own.map(({ name }) => name)).toEqual(want);
  });

  test("and the first success is its main one", () => {
    const cases = createCases(document);
    expect(document.operations.map((operation) => mainCase(cases, operation)?.name)).toEqual([
      "202 accepted",
      "200 example",
      "200 found",
      "200 succeeded",
      "204",
      "200 nested",
      "200 example",
      "200 example",
    ]);
  });
});

describe("what a case knows", () => {
  test.each([
    { on: ["getJob", "404 JobNotFound"], want: { status: 404, code: "JobNotFound", example: "JobNotFound" } },
    { on: ["getJob", "404 JobExpired"], want: { status: 404, code: "JobExpired" } },
    { on: ["getJob", "200 failed"], want: { status: 200, example: "failed" } },
    { on: ["findJobs", "200 2002"], want: { status: 200, code: "2002", example: "2002" } },
    { on: ["cancelJob", "204"], want: { status: 204 } },
  ])("$on", ({ on: [operation = "", name = ""], want }) => {
    const { status, code, example } = caseOf(operation, name);
    expect({
      status,
      ...(code !== undefined && { code }),
      ...(example !== undefined && { example }),
    }).toEqual(want);
  });

  test.each([
    { operation: "getJob", name: "200 failed", want: true },
    { operation: "getHealth", name: "503", want: false },
  ])("$operation carries credentials: $want", ({ operation, name, want }) => {
    expect(caseOf(operation, name).authenticated).toBe(want);
  });
});

describe("an answer of several media types", () => {
  const content = {
    "application/json": {
      schema: {},
      examples: { short: { value: { a: 1 } }, long: { value: { a: 1, b: 2 } } },
    },
    "text/csv": { examples: { table: { value: "a,b\n1,2" } } },
    "application/zip": { schema: { type: "string", format: "binary" } },
  };
  const things = documentOf({ responses: { "200": { description: "", content } } });

  test("has a case for each example of each type", () => {
    expect(createCases(things).map(({ name, sample }) => [name, sample])).toEqual([
      ["200 short", { a: 1 }],
      ["200 long", { a: 1, b: 2 }],
      ["200 table", "a,b\n1,2"],
    ]);
  });

  test("is given by the sandbox in the type of the example, and judged by it", async () => {
    const runs = await Promise.all(
      createCases(things).map((testCase) => runCase({ ...benchOf(things), targetHeaders: askFor }, testCase)),
    );
    expect(runs.flatMap(({ judged }) => complaints(judged))).toEqual([]);
    expect(runs.map(({ exchange }) => exchange.response?.headers.get("content-type"))).toEqual([
      "application/json",
      "application/json",
      "text/csv",
    ]);
    expect(runs.map(({ exchange }) => new TextDecoder().decode(exchange.response?.body))).toEqual([
      '{"a":1}',
      '{"a":1,"b":2}',
      "a,b\n1,2",
    ]);
  });

  test("may come in any of them", async () => {
    const [testCase] = createCases(things);
    const answer = { status: 200, headers: { "content-type": "application/zip" }, body: "PK" };
    expect(complaints(await judgeAnswer(testCase as TestCase, answer, benchOf(things)))).toEqual([]);
  });
});

test.each([
  { mark: { "x-body-optional": true }, content: true, want: ["200 shown", "200 no-body"] },
  { mark: { "x-body-optional": false }, content: true, want: ["200 shown"] },
  { mark: {}, content: true, want: ["200 shown"] },
  { mark: { "x-body-optional": true }, content: false, want: ["200", "200 no-body"] },
])("a body that may be missing is a case of its own: $mark $content", ({ mark, content, want }) => {
  const media = content ? { examples: { shown: { value: 1 } } } : { schema: {} };
  const response = { description: "", content: { "application/json": media }, ...mark };
  const cases = createCases(documentOf({ responses: { "200": response } }));
  expect(cases.map(({ name }) => name)).toEqual(want);
});

describe("arguments", () => {
  const parameters = [
    { name: "own", in: "query", example: 1, schema: { examples: [2], default: 3 } },
    { name: "shown", in: "query", examples: { a: { value: 1 } }, schema: { type: "integer" } },
    { name: "schemas", in: "query", schema: { examples: [2], default: 3 } },
    { name: "defaults", in: "query", schema: { default: 3 } },
    { name: "optional", in: "query", schema: { type: "string" } },
    { name: "required", in: "query", required: true, schema: { enum: ["only"] } },
    { name: "list", in: "query", schema: { type: "array", items: { type: "integer" } } },
    { name: "big", in: "header", schema: { type: "integer", format: "int64" }, example: 1 },
  ];
  const body = {
    type: "object",
    properties: {
      count: { type: "integer" },
      name: { type: "string" },
      all: { type: "boolean" },
      labels: { type: "object" },
    },
  };
  const example = { count: 1, name: "n", all: false };
  const content = { "application/json": { schema: body, example } };
  const operation = { parameters, requestBody: { content } };
  const shown = { own: 1, shown: 1, schemas: 2, defaults: 3, required: "only" };

  test.each<{ name: string; given: Record<string, string>; want: object }>([
    {
      name: "are what the document shows",
      given: {},
      want: { query: shown, header: { big: 1 }, body: example },
    },
    {
      name: "are what is given before all else",
      given: { own: "9", optional: "x" },
      want: { query: { ...shown, own: "9", optional: "x" }, header: { big: 1 }, body: example },
    },
    {
      name: "are lists where lists are documented",
      given: { list: "1,2" },
      want: { query: { ...shown, list: [1, 2] }, header: { big: 1 }, body: example },
    },
    {
      name: "are what JSON says, where lists or objects are documented",
      given: { list: "[1,2]", labels: '{"a":"b,c"}' },
      want: {
        query: { ...shown, list: [1, 2] },
        header: { big: 1 },
        body: { ...example, labels: { a: "b,c" } },
      },
    },
    {
      name: "keep every digit",
      given: { big: "9223372036854775807" },
      want: { query: shown, header: { big: "9223372036854775807" }, body: example },
    },
    {
      name: "are of the type that a body's member asks for",
      given: { count: "7", name: "7", all: "true" },
      want: { query: shown, header: { big: 1 }, body: { count: 7, name: "7", all: true } },
    },
    {
      name: "are none that the document does not know",
      given: { stranger: "1" },
      want: { query: shown, header: { big: 1 }, body: example },
    },
  ])("$name", ({ given, want }) => {
    const [testCase] = createCases(documentOf(operation, {}, { method: "post" }), given);
    const { query, header, body: sent } = testCase?.arguments ?? {};
    expect({ query, header, body: sent?.value }).toEqual(want);
  });
});
