import { describe, expect, test } from "vitest";
import { caseOf, document, documentOf } from "../../test/acme-jobs.ts";
import { caseIn } from "./case-in.ts";

const things = (examples: object, operationId = "getThing") => {
  const content = { "application/json": { schema: {}, examples } };
  return documentOf({ operationId, responses: { "200": { description: "", content } } });
};

const one = things({ a: { value: 1 }, b: { value: 2 } });
const testCase = caseOf("getThing", "200 b", one);

describe("a case in another reading", () => {
  test.each([
    { name: "has its sample from there", on: things({ b: { value: 3 } }), want: 3 },
    { name: "has none, where there is none of that name", on: things({ a: { value: 1 } }), want: undefined },
  ])("$name", ({ on, want }) => {
    const other = caseIn(on, testCase);
    expect(other?.sample).toBe(want);
    expect(other?.operation).toBe(on.operations[0]);
    expect(other).toMatchObject({ name: "200 b", status: 200, arguments: testCase.arguments });
  });

  test("is none, where there is no such operation", () => {
    expect(caseIn(things({}, "getOther"), testCase)).toBeUndefined();
  });

  test("is itself in its own", () => {
    const own = caseOf("getJob", "200 failed");
    expect(caseIn(document, own)).toBe(own);
  });
});
