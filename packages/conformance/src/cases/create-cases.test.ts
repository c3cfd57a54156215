import { describe, expect, test } from "vitest";
import { caseOf, document, documentOf } from "../../test/acme-jobs.ts";
import { createCases, mainCase } from "./create-cases.ts";

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
      ],
    },
    // A range and a default are asked for by one of their statuses.
    { given: "startJob", want: ["202 accepted", "400 QuotaExceeded", "400 NameTaken"] },
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
    properties: { count: { type: "integer" }, name: { type: "string" }, all: { type: "boolean" } },
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
