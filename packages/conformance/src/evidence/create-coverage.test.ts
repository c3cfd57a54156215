import { describe, expect, test } from "vitest";
import { answerTo, caseOf, document, documentOf, documentOfSchema, json } from "../../test/acme-jobs.ts";
import type { Document } from "../document/document.ts";
import type { Answer } from "../sandbox/answer.ts";
import type { Exchange } from "../wire/exchange.ts";
import { createCoverage } from "./create-coverage.ts";
import type { Evidence } from "./evidence.ts";

const SANDBOX = { kind: "sandbox" } as const;

/** The exchange in which this came back. */
function exchangeOf({ status, headers, body = "" }: Answer): Exchange {
  const request = {
    method: "GET",
    url: "http://x/",
    headers: new Headers(),
    body: "",
    bytes: new Uint8Array(),
  };
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : (body as Uint8Array);
  const response = { status, headers: new Headers(headers as Record<string, string>), body: bytes };
  return { request: { ...request, sentAt: 0 }, response };
}

/** What is promised of the one operation, or what of it some answers show. */
const promisedBy = ({ points }: Evidence) => points.map(({ kind, name }) => `${kind} ${name}`);
const seenOf = ({ points }: Evidence) =>
  points.filter(({ seen }) => seen.length > 0).map(({ kind, name }) => `${kind} ${name}`);

function observe(from: Document, ...answers: Answer[]): Evidence {
  const coverage = createCoverage(from, SANDBOX);
  for (const answer of answers) coverage.observe(exchangeOf(answer), { id: "getThing" });
  return coverage.toEvidence();
}

describe("what a schema promises", () => {
  const base = ["operation GET /thing", "status 200", "media-type 200 application/json"];
  const field = (name: string) => `field 200 application/json ${name}`;
  const value = (name: string) => `value 200 application/json ${name}`;
  const thing = { type: "object", properties: { id: { type: "string" } } };
  test.each<{ name: string; given: object; want: string[] }>([
    { name: "members", given: thing, want: [field("#/id")] },
    {
      name: "members by reference, and of all of several",
      given: { allOf: [{ $ref: "#/components/schemas/Thing" }, { properties: { b: {} } }] },
      want: [field("#/id"), field("#/b")],
    },
    {
      name: "members of any of several, one of which both have",
      given: { oneOf: [thing, { properties: { id: { enum: [1] }, b: {} } }] },
      want: [field("#/id"), value("#/id 1"), field("#/b")],
    },
    {
      name: "items",
      given: { type: "array", items: thing },
      want: [field("#/*"), field("#/*/id")],
    },
    {
      name: "members of any name",
      given: { additionalProperties: { properties: { a: {} } } },
      want: [field("#/*"), field("#/*/a")],
    },
    {
      name: "names with a slash",
      given: { properties: { "a/b": {} } },
      want: [field("#/a~1b")],
    },
    {
      name: "values of closed and of open lists",
      given: {
        properties: { a: { enum: ["x", 1, null] }, b: { anyOf: [{ const: "y" }, { type: "string" }] } },
      },
      want: [
        field("#/a"),
        value('#/a "x"'),
        value("#/a 1"),
        value("#/a null"),
        field("#/b"),
        value('#/b "y"'),
      ],
    },
    {
      name: "no members of itself once more",
      given: { $ref: "#/components/schemas/Tree" },
      want: [field("#/kids"), field("#/kids/*")],
    },
    {
      name: "nothing that is only written",
      given: { properties: { secret: { writeOnly: true }, id: {} } },
      want: [field("#/id")],
    },
    {
      name: "canonical states beside the values",
      given: {
        properties: { s: { enum: ["UP"], "x-lro-status": { running: ["UP", "ON"], failed: ["NO"] } } },
      },
      want: [field("#/s"), value('#/s "UP"'), "state running", "state failed"],
    },
    {
      name: "error codes, and those of success as values",
      given: {
        properties: { c: { enum: ["0", "7"], "x-lro-error-code": { success: ["0"] } } },
      },
      want: [field("#/c"), value('#/c "0"'), 'code 200 "7"'],
    },
  ])("$name", ({ given, want }) => {
    const schemas = {
      Thing: thing,
      Tree: { properties: { kids: { items: { $ref: "#/components/schemas/Tree" } } } },
    };
    expect(promisedBy(observe(documentOfSchema(given, { schemas })))).toEqual([...base, ...want]);
  });
});

describe("what an answer shows", () => {
  const schema = {
    type: "object",
    properties: {
      state: { enum: ["UP", "DOWN"], "x-lro-status": { running: ["UP"], failed: ["DOWN"] } },
      code: { anyOf: [{ const: 1 }, { const: "1" }, { type: "string" }], "x-lro-error-code": true },
      list: { type: "array", items: { properties: { a: {}, b: { enum: [true] } } } },
    },
  };
  const from = documentOf({
    responses: {
      "200": { description: "", content: { "application/json": { schema } } },
      "4XX": { description: "", content: { "application/json": { schema: {} }, "text/plain": {} } },
    },
  });
  const all = ["operation GET /thing", "status 200", "media-type 200 application/json"];
  test.each<{ name: string; given: Answer; want: string[] }>([
    { name: "nothing documented", given: json(500, {}), want: [] },
    { name: "a status alone", given: { status: 200, headers: {} }, want: all.slice(0, 2) },
    {
      name: "a type without a body",
      given: { status: 200, headers: { "content-type": "application/json" } },
      want: all.slice(0, 2),
    },
    {
      name: "a body of no documented type",
      given: json(200, { state: "UP" }, "text/html"),
      want: all.slice(0, 2),
    },
    { name: "a body that is no JSON", given: json(200, "{"), want: all },
    {
      name: "members, values and states",
      given: json(200, { state: "DOWN", other: 1 }),
      want: [...all, "field #/state", 'value #/state "DOWN"', "state failed"],
    },
    { name: "a value that nobody names", given: json(200, { state: "?" }), want: [...all, "field #/state"] },
    {
      name: "items, together",
      given: json(200, { list: [{ a: 1 }, { b: true }] }),
      want: [
        ...all,
        "field #/list",
        "field #/list/*",
        "field #/list/*/a",
        "field #/list/*/b",
        "value #/list/*/b true",
      ],
    },
    { name: "an empty list", given: json(200, { list: [] }), want: [...all, "field #/list"] },
    {
      name: "an error code in a success, by its type",
      given: json(200, { code: "1" }),
      want: [...all, "field #/code", 'code 200 "1"'],
    },
    {
      name: "a range",
      given: json(418, {}),
      want: ["operation GET /thing", "status 4XX", "media-type 4XX application/json"],
    },
  ])("$name", ({ given, want }) => {
    const seen = seenOf(observe(from, given)).map((one) => one.replace(/ 200 application\/json #/, " #"));
    expect(seen).toEqual(want);
  });

  test("an operation that the document does not know, nothing; no answer, nothing", () => {
    const coverage = createCoverage(from, SANDBOX);
    coverage.observe(exchangeOf(json(200, {})), { id: "strange" });
    const { response: _, ...lost } = exchangeOf(json(200, {}));
    coverage.observe(lost, { id: "getThing" });
    expect(seenOf(coverage.toEvidence())).toEqual([]);
  });

  test("the same, whatever the order", async () => {
    const names = ["200 succeeded", "404 JobNotFound", "200 failed", "409 JobLocked"];
    const evidenceOf = async (order: readonly string[]) => {
      const coverage = createCoverage(document, SANDBOX);
      for (const name of order) {
        const testCase = caseOf("getJob", name);
        coverage.observe(exchangeOf(await answerTo(testCase)), testCase.operation);
      }
      return JSON.stringify(coverage.toEvidence());
    };
    expect(await evidenceOf(names)).toBe(await evidenceOf(names.toReversed()));
  });
});

test("what is nested deeper than there is room for shows no more than that it came", () => {
  const tree = { type: "array", items: { $ref: "#/components/schemas/Thing" }, enum: [[]] };
  const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const seen = seenOf(
    observe(documentOfSchema(tree, { schemas: { Thing: tree } }), { ...json(200, []), body }),
  );
  expect(seen).toEqual(["operation GET /thing", "status 200", "media-type 200 application/json"]);
});
