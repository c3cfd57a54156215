import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { describeLongRunning, isPolled } from "./long-running.ts";
import { describeOperations, type Operation } from "./operation.ts";

const status: SchemaObject = { enum: ["A"], "x-lro-status": { running: ["A"] } };
const result: SchemaObject = { "x-lro-result": true };

/** An operation whose success has this body. */
function operationOf(schema: SchemaObject, more: object = {}): Operation {
  const responses = { "200": { content: { "application/json": { schema } } } };
  const paths = { "/jobs": { post: { operationId: "getJob", responses, ...more } } };
  const [operation] = describeOperations(specOf({ paths }));
  if (!operation) throw new Error("there is one");
  return operation;
}

describe("describeLongRunning", () => {
  const rows: { what: string; given: SchemaObject; want: (string | undefined)[] }[] = [
    {
      what: "the outermost status",
      given: { properties: { steps: { items: { properties: { status } } }, status } },
      want: ["status", undefined],
    },
    {
      what: "the result beside the status",
      given: {
        properties: {
          steps: { items: { properties: { result } } },
          data: { properties: { status, result } },
        },
      },
      want: ["data.status", "data.result"],
    },
    {
      what: "the outermost result, where none is beside it",
      given: {
        properties: {
          steps: { items: { properties: { result } } },
          result,
          data: { properties: { status } },
        },
      },
      want: ["data.status", "result"],
    },
    {
      what: "nothing, where nothing is marked",
      given: { properties: { state: {} } },
      want: [undefined, undefined],
    },
  ];

  it.each(rows)("finds $what", ({ given, want }) => {
    const found = describeLongRunning(operationOf(given));
    expect([found.status?.path.join("."), found.result?.path.join(".")]).toEqual(want);
  });
});

describe("what bears a mark beside the documented member", () => {
  const seen: SchemaObject = { "x-lro-result": true };
  it.each([
    { what: "another name", given: { status, result, outcome: seen }, want: "outcome" },
    { what: "nothing", given: { status, result }, want: undefined },
    {
      what: "not one of another object",
      given: { status, result, step: { properties: { result } } },
      want: undefined,
    },
  ])("is $what", ({ given, want }) => {
    const { result, also } = describeLongRunning(operationOf({ properties: given }));
    expect([result?.path.join("."), also.result?.path.join(".")]).toEqual(["result", want]);
  });

  it("is not the same member of another success", () => {
    const content = { "application/json": { schema: { properties: { status, result } } } };
    const operation = operationOf({}, { responses: { "200": { content }, "202": { content } } });
    expect(describeLongRunning(operation).also.result).toBeUndefined();
  });
});

describe("isPolled", () => {
  it.each([
    { given: { "x-safe": true }, want: true },
    { given: {}, want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isPolled(operationOf({ properties: { status } }, given))).toBe(want);
    expect(isPolled(operationOf({ properties: {} }, given))).toBe(false);
  });
});
