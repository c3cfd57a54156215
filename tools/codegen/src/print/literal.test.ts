import { describe, expect, it } from "vitest";
import { Call, Expression } from "../describe/expression.ts";
import { printKey, printLiteral } from "./literal.ts";

describe("printLiteral", () => {
  it.each([
    { given: { a: 1, b: undefined, "c-d": ["x"] }, want: '{ a: 1, "c-d": ["x"] }' },
    { given: {}, want: "{}" },
    { given: [], want: "[]" },
    { given: 'a "quoted" word', want: '"a \\"quoted\\" word"' },
    { given: null, want: "null" },
    { given: { a: new Expression("getJob") }, want: "{ a: getJob }" },
    { given: { a: new Call("make", { b: 1 }) }, want: "{ a: /* @__PURE__ */ make({ b: 1 }) }" },
    {
      given: { a: new Call("make", { b: "x".repeat(90) }) },
      want: `{\n  a: /* @__PURE__ */ make({\n    b: "${"x".repeat(90)}",\n  }),\n}`,
    },
    {
      given: { first: "x".repeat(60), second: ["y".repeat(60)] },
      want: `{\n  first: "${"x".repeat(60)}",\n  second: ["${"y".repeat(60)}"],\n}`,
    },
    { given: ["x".repeat(60), "y".repeat(60)], want: `[\n  "${"x".repeat(60)}",\n  "${"y".repeat(60)}",\n]` },
  ])("$want", ({ given, want }) => {
    expect(printLiteral(given)).toBe(want);
  });
});

describe("printKey", () => {
  it.each([
    { given: "taskId", want: "taskId" },
    { given: "$ref", want: "$ref" },
    { given: "encrypt-value", want: '"encrypt-value"' },
    { given: "2xx", want: '"2xx"' },
    { given: "", want: '""' },
  ])("$given → $want", ({ given, want }) => {
    expect(printKey(given)).toBe(want);
  });
});
