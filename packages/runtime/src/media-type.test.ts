import { describe, expect, it } from "vitest";
import { isHtml, isJson, isText } from "./media-type.ts";

describe("isJson", () => {
  it.each([
    { given: "application/json", want: true },
    { given: "Application/JSON ; charset=utf-8", want: true },
    { given: "application/problem+json", want: true },
    { given: "application/vnd.x.v3.5+json;charset=UTF-8", want: true },
    { given: "application/jsonl", want: false },
    { given: "text/plain; note=+json", want: false },
    { given: "", want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isJson(given)).toBe(want);
  });
});

describe("isText", () => {
  it.each([
    { given: "text/html; charset=utf-8", want: true },
    { given: "application/xml", want: true },
    { given: "image/svg+xml", want: true },
    { given: "application/problem+json", want: true },
    { given: "", want: true },
    { given: "application/zip", want: false },
    { given: "application/jsonl", want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isText(given)).toBe(want);
  });
});

describe("isHtml", () => {
  it.each([
    { given: "Text/HTML; charset=utf-8", want: true },
    { given: "text/plain", want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isHtml(given)).toBe(want);
  });
});
