import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { documentedAnswers } from "./documented-answers.ts";

/** What is made of the answers of one operation that reads. */
function answersOf(responses: object, schemas: object = {}, seen: object = responses): object[] {
  const of = (documented: object) => {
    const paths = { "/jobs": { get: { operationId: "getJob", responses: documented } } };
    const document = { servers: [{ url: "https://acme.example" }], paths, components: { schemas } };
    return describeService("acme", specOf(document as Parameters<typeof specOf>[0]));
  };
  const service = of(seen);
  const [operation] = service.operations;
  if (!operation) throw new Error("no operation");
  // As it is printed: without what is undefined.
  return JSON.parse(JSON.stringify(documentedAnswers(of(responses), operation, service)));
}

const json = (schema: object, examples: object = {}) => ({
  content: { "application/json": { schema, ...examples } },
});
const mediaType = "application/json";
const code = (values: object) => ({ properties: { code: { ...values, "x-lro-error-code": true } } });
const state = { enum: ["A", "B"], "x-lro-status": { running: ["A"], succeeded: ["B", "Seen"] } };

describe("of an answer, a mock is told", () => {
  it.each([
    { what: "that it has no body", given: { 204: {} }, want: [{ status: "204" }] },
    {
      what: "its headers, by example or schema",
      given: {
        202: {
          headers: {
            Location: { schema: { type: "string", examples: ["/jobs/1"] } },
            "X-Left": { example: 7, schema: { type: "integer" } },
            "X-Id": {},
          },
        },
      },
      want: [{ status: "202", headers: { location: "/jobs/1", "x-left": "7", "x-id": "string" } }],
    },
    {
      what: "its examples, and nothing that is made up besides",
      given: {
        200: json({}, { examples: { found: { value: { id: "1" } }, elsewhere: { externalValue: "x" } } }),
      },
      want: [{ status: "200", mediaType, examples: { found: { id: "1" } } }],
    },
    {
      what: "the one example that has no name",
      given: { 200: json({}, { example: null }) },
      want: [{ status: "200", mediaType, examples: { example: null } }],
    },
    {
      what: "a body made after the schema, where there is none",
      given: { 200: json({ $ref: "#/components/schemas/Job" }), default: json({}) },
      schemas: {
        Job: { properties: { id: { type: "string" }, next: { $ref: "#/components/schemas/Job" } } },
      },
      want: [
        { status: "200", mediaType, sample: { id: "string" } },
        { status: "default", mediaType, sample: {} },
      ],
    },
    {
      what: "of several media types, the JSON; of what is none, a text",
      given: {
        200: { content: { "text/html": {}, "application/a+json": {} } },
        404: { content: { "a/b": {} } },
      },
      want: [
        { status: "200", mediaType: "application/a+json", sample: {} },
        { status: "404", mediaType: "a/b", sample: "string" },
      ],
    },
    {
      what: "where the code of an error stands, and which there are",
      given: {
        400: json({ allOf: [code({}), { properties: { code: { enum: ["Bad", "Worse"] } } }] }),
        404: json(code({ anyOf: [{ const: "Lost" }, { type: "string" }] }), { example: { code: "Lost" } }),
        500: json(code({ type: "string" })),
        503: json({}),
      },
      want: [
        {
          status: "400",
          mediaType,
          sample: { code: "Bad" },
          code: { at: ["code"], values: ["Bad", "Worse"] },
        },
        {
          status: "404",
          mediaType,
          examples: { example: { code: "Lost" } },
          code: { at: ["code"], values: ["Lost"], isOpen: true },
        },
        {
          status: "500",
          mediaType,
          sample: { code: "string" },
          code: { at: ["code"], values: [], isOpen: true },
        },
        { status: "503", mediaType, sample: {} },
      ],
    },
    {
      what: "of several places for a code, that which lists codes",
      given: {
        404: json({
          properties: {
            code: { type: "string", "x-lro-error-code": true },
            error: code({ enum: ["Lost"] }),
          },
        }),
      },
      want: [
        {
          status: "404",
          mediaType,
          sample: { code: "string", error: { code: "Lost" } },
          code: { at: ["error", "code"], values: ["Lost"] },
        },
      ],
    },
    {
      what: "what a state changes, and what must be there",
      given: {
        200: json(
          {
            required: ["why"],
            properties: {
              state,
              done: { type: "string", "x-lro-progress": true },
              output: { type: "object", "x-lro-result": true },
              why: { type: "string", "x-lro-error": true },
            },
          },
          { examples: { b: { value: { state: "B", why: "" } } } },
        ),
      },
      want: [
        {
          status: "200",
          mediaType,
          examples: { b: { state: "B", why: "" } },
          needs: ["why"],
          tells: { values: ["A", "B"], result: {}, error: "string", isProgressText: true },
        },
      ],
    },
    {
      what: "a body that tells a state, where no example does and is no error",
      given: {
        200: json(
          {
            properties: {
              code: { enum: [0, 17], "x-lro-error-code": { success: [0] } },
              jobs: { items: { required: ["state"], properties: { state } } },
            },
          },
          {
            examples: {
              17: { value: { code: 17, jobs: [{ state: "A" }] } },
              none: { value: { code: 0, jobs: [] } },
            },
          },
        ),
      },
      want: [
        {
          status: "200",
          mediaType,
          examples: { 17: { code: 17, jobs: [{ state: "A" }] }, none: { code: 0, jobs: [] } },
          sample: { code: 0, jobs: [{ state: "A" }] },
          code: { at: ["code"], values: [0, 17] },
          tells: { values: ["A", "B"] },
        },
      ],
    },
  ])("$what", ({ given, schemas, want }) => {
    expect(answersOf(given, schemas)).toEqual(want);
  });

  it("what is documented, by the marks of what was seen", () => {
    const seen = { 200: json({ properties: { state } }, { example: { state: "Seen" } }), 429: {} };
    expect(answersOf({ 200: json({ properties: { state: { enum: ["A"] } } }) }, {}, seen)).toEqual([
      { status: "200", mediaType, sample: { state: "A" }, tells: { values: ["A"] } },
    ]);
  });
});
