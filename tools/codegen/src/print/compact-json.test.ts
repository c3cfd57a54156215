import { describe, expect, it } from "vitest";
import { printCompactJson } from "./compact-json.ts";

describe("printCompactJson", () => {
  it.each([
    { given: {}, want: "{}" },
    { given: { a: 1, b: undefined, c: [{ d: null }] }, want: '{\n"a":1,\n"c":[{"d":null}]\n}' },
    { given: { a: { b: { c: { d: { e: "é" } } } } }, want: '{\n"a":{\n"b":{\n"c":{"d":{"e":"é"}}\n}\n}\n}' },
  ])("$given → $want", ({ given, want }) => {
    expect(printCompactJson(given)).toBe(want);
    expect(JSON.parse(want)).toEqual(JSON.parse(JSON.stringify(given)));
  });
});
