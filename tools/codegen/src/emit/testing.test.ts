import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import type { OperationObject } from "../spec/document.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { emitTesting } from "./testing.ts";

/** What is emitted for one operation. */
function emitted(operation: OperationObject, observed = operation): string {
  const of = (get: OperationObject) => {
    const paths = { "/jobs": { get: { operationId: "getJob", ...get } } };
    return describeService("acme", specOf({ servers: [{ url: "https://acme.example" }], paths }));
  };
  const edition = {
    service: of(observed),
    documented: of(operation),
    overlay: undefined,
    version: "",
    license: "",
  };
  return emitTesting(edition);
}

/** What it can be scripted to answer. */
function mockable(operation: OperationObject, observed = operation): string {
  const [, member = ""] =
    /interface AcmeMocks \{\n( {2}getJob: \{\n.*?\n {2}\};\n)\}/s.exec(emitted(operation, observed)) ?? [];
  return member.replaceAll(/\s+/g, " ").trim();
}

const json = (schema: SchemaObject, examples: object = {}) => ({
  content: { "application/json": { schema, ...examples } },
});
const status: SchemaObject = { enum: ["A", "B"], "x-lro-status": { running: ["A"], succeeded: ["B"] } };
const named = (...names: string[]) => ({
  examples: Object.fromEntries(names.map((name) => [name, { value: {} }])),
});

describe("an operation can be scripted to answer", () => {
  it.each([
    {
      what: "its statuses, with the names of their examples",
      given: {
        responses: { 200: json({}, named("found", "none")), 204: {}, 404: json({}, { example: {} }) },
      },
      want: 'getJob: { answers: Answers<own.GetJobResult, { 200: "found" | "none"; 404: "example" }, 204>; };',
    },
    {
      what: "ranges and all other statuses, as keys that are no numbers",
      given: { responses: { 200: {}, "4XX": {}, default: {} } },
      want: 'getJob: { answers: Answers<own.GetJobResult, {}, 200 | "4XX" | "default">; };',
    },
    {
      what: "error codes, which the type of the body names already",
      given: {
        responses: {
          404: json(
            {
              properties: { error: { properties: { code: { enum: ["Lost"], "x-lro-error-code": true } } } },
            } as SchemaObject,
            named("Lost", "Other"),
          ),
        },
      },
      want: 'getJob: { answers: Answers<own.GetJobResult, { 404: "Other" }, never, Code>; };',
    },
    {
      what: "the documented states and marks of what it polls",
      given: {
        responses: {
          200: json({
            properties: {
              status: { ...status, "x-lro-expires": "PT1H" },
              percent: { type: "integer", "x-lro-progress": true },
              reason: { type: "string", "x-lro-error": true },
            },
          }),
        },
      },
      want: 'getJob: { answers: Answers<own.GetJobResult, {}, 200>; poll: { data: own.GetJobPoll["data"]; value: own.GetJobPoll["value"]; states: "running" | "succeeded"; progress: number; error: own.GetJobPoll["error"]; }; expires: true; };',
    },
    {
      what: "of a list of executions, the result of each",
      given: {
        responses: {
          200: json({
            properties: { jobs: { items: { properties: { status, output: { "x-lro-result": true } } } } },
          }),
        },
      },
      want: 'getJob: { answers: Answers<own.GetJobResult, {}, 200>; poll: { data: own.GetJobPoll["data"]; value: own.GetJobPoll["value"]; states: "running" | "succeeded"; result: own.GetJobPoll["result"][number]; }; };',
    },
  ] satisfies { what: string; given: OperationObject; want: string }[])("$what", ({ given, want }) => {
    expect(mockable(given)).toBe(want);
  });

  it("nothing that was only seen", () => {
    const seen = { responses: { 200: json({}, named("odd")), 429: json({}) } };
    expect(mockable({ responses: { 200: json({}, named("found")) } }, seen)).toBe(
      'getJob: { answers: Answers<own.GetJobResult, { 200: "found" }>; };',
    );
  });
});

it("says where the codes of errors stand", () => {
  const code: SchemaObject = { type: "string", "x-lro-error-code": true };
  const responses = {
    400: json({ properties: { code } }),
    404: json({ properties: { error: { properties: { code } } } }),
  };
  expect(emitted({ responses })).toContain('type Code = readonly ["code"] | readonly ["error","code"];');
  expect(emitted({ responses: { 200: {} } })).not.toContain("type Code");
});

it("what most operations answer besides stands once", () => {
  const code: SchemaObject = { type: "string", "x-lro-error-code": true };
  const usual = { 200: json({}, named("found")), 404: json({ properties: { code } }) };
  const responses = [...Array(6).fill(usual), { 200: json({}, named("odd")) }];
  const paths = Object.fromEntries(
    responses.map((given, index) => [`/${index}`, { get: { operationId: `get${index}`, responses: given } }]),
  );
  const service = describeService("acme", specOf({ servers: [{ url: "https://acme.example" }], paths }));
  const text = emitTesting({ service, documented: service, overlay: undefined, version: "", license: "" });
  expect(text).toContain(
    "type Usual<Result, Names extends object> = { answers: Answers<Result, Names, 404, Code> };",
  );
  expect(text).toContain('  get0: Usual<own.Get0Result, { 200: "found" }>;\n');
  expect(text).toContain(
    '  get6: {\n    answers: Answers<own.Get6Result, { 200: "odd" }, never, Code>;\n  };\n',
  );
});
