import { describe, expect, it } from "vitest";
import type { Operation } from "./operation.ts";
import { usualCodes } from "./usual-codes.ts";

/** Operations that answer 400 with one of these lists each. */
function operationsOf(lists: readonly (readonly string[])[]): Operation[] {
  return lists.map((values) => {
    const field = {
      path: ["code"],
      schema: { "x-lro-error-code": true },
      values: { values, open: true },
      closed: true,
    };
    return { responses: [{ status: "400", fields: [field] }] } as unknown as Operation;
  });
}

describe("usualCodes", () => {
  it.each([
    {
      what: "what more than half list",
      given: [["A", "B", "C"], ["A", "B", "C", "D"], ["X"]],
      want: ["A", "B", "C"],
    },
    {
      what: "a single one, too",
      given: [["A"], ["A", "B"], ["A"]],
      want: ["A"],
    },
    {
      what: "nothing of one or two operations",
      given: [
        ["A", "B", "C"],
        ["A", "B", "C"],
      ],
      want: undefined,
    },
    { what: "nothing where each has its own", given: [["A"], ["B"], ["C"]], want: undefined },
  ])("has $what", ({ given, want }) => {
    expect(usualCodes(operationsOf(given)).get("400")).toEqual(want);
  });
});
