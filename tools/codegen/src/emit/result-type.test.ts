import { describe, expect, it } from "vitest";
import type { Field } from "../describe/fields.ts";
import type { Operation } from "../describe/operation.ts";
import { printWaysToFail, resultType, sharedSuccesses, waysToFail } from "./result-type.ts";

/** Status to type of the body; `in-band` is of a body that holds a code. */
function operationWith(responses: Record<string, string>): Operation {
  const code = { path: ["Code"], schema: { "x-lro-error-code": { success: [0] } } } as unknown as Field;
  return {
    id: "getJob",
    typeName: "GetJob",
    responses: Object.entries(responses).map(([status, type]) => ({
      status,
      ok: status.startsWith("2"),
      type,
      jsonType: type.replace(" | Page", ""),
      fields: type.startsWith("InBand") ? [code] : [],
    })),
  } as unknown as Operation;
}

function variants(responses: Record<string, string>): string[] {
  return [...resultType(operationWith(responses)).matchAll(/^ {2}\| (.*?);?$/gm)].map(
    ([, variant]) => variant ?? "",
  );
}

describe("resultType", () => {
  const others = ["Failure<UndocumentedStatus, unknown>", "Malformed"];

  it.each([
    {
      what: "the last success stands for a 2xx that is not documented",
      given: { 200: "Job", 202: "Task", 404: "Problem" },
      want: ["Success<200, Job>", "Success202<Task>", "Failure<404, Problem>", ...others],
    },
    {
      what: "a range does so before it",
      given: { "2XX": "Any", 200: "Job", "4XX": "Problem" },
      want: [
        "Success<200, Job>",
        "Success<UndocumentedStatus, Any>",
        "Failure<UndocumentedStatus, Problem>",
        ...others,
      ],
    },
    {
      what: "without a documented success, any is possible",
      given: { 404: "Problem" },
      want: ["Success<UndocumentedStatus, unknown>", "Failure<404, Problem>", ...others],
    },
    {
      what: "a default is every other failure",
      given: { 204: "undefined", default: "Problem" },
      want: ["Success204<undefined>", "Failure<UndocumentedStatus, Problem>", "Malformed"],
    },
    {
      what: "a success with a code can be an error, in JSON",
      given: { 200: "InBand | Page" },
      want: ["Success200<InBand | Page>", "Failure<200, InBand>", ...others],
    },
  ])("$what", ({ given, want }) => {
    expect(variants(given)).toEqual(want);
  });
});

it("a success that stands for others is spelt out once for each status", () => {
  const operations = [
    operationWith({ 200: "Job" }),
    operationWith({ 200: "Task" }),
    operationWith({ 202: "Task" }),
  ];
  expect(sharedSuccesses(operations)).toBe(
    "type Success200<Data> = Success<200 | UndocumentedStatus, Data>;\n\
type Success202<Data> = Success<202 | UndocumentedStatus, Data>;\n",
  );
  expect(sharedSuccesses([operationWith({ "2XX": "Job" })])).toBe("");
});

it("what several operations can fail with is spelt out once", () => {
  const operations = [
    operationWith({ 200: "Job", 404: "A | B" }),
    operationWith({ 200: "Task", 404: "A | B" }),
    operationWith({ 200: "Task", 500: "Problem" }),
  ];
  const ways = waysToFail(operations);
  expect(printWaysToFail(ways)).toBe(
    "type Failures1 =\n  | Failure<404, A | B>\n  | Failure<UndocumentedStatus, unknown>\n  | Malformed;\n",
  );
  expect(operations.map((operation) => /\bFailures1;/.test(resultType(operation, ways)))).toEqual([
    true,
    true,
    false,
  ]);
});
