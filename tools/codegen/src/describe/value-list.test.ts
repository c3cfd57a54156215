import { describe, expect, it } from "vitest";
import { listedValues } from "./value-list.ts";

describe("listedValues", () => {
  it.each([
    { given: { enum: ["A", "B"] }, want: { values: ["A", "B"], open: false } },
    { given: { const: "A" }, want: { values: ["A"], open: false } },
    {
      given: { anyOf: [{ const: "A" }, { const: "B" }, { type: "string" }] },
      want: { values: ["A", "B"], open: true },
    },
    { given: { anyOf: [{ const: 1 }, { type: "integer" }] }, want: { values: [1], open: true } },
    { given: { anyOf: [{ const: "A" }, { const: "B" }] }, want: undefined },
    { given: { anyOf: [{ type: "string" }] }, want: undefined },
    { given: { anyOf: [{ const: "A" }, { type: "object" }] }, want: undefined },
    { given: { anyOf: [{ type: "object" }, { type: "string" }] }, want: undefined },
    { given: { type: "string" }, want: undefined },
  ])("$given → $want", ({ given, want }) => {
    expect(listedValues(given)).toEqual(want);
  });
});
