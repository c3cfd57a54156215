import { describe, expect, it } from "vitest";
import { isForm, isJson, isMultipart, isText } from "./media-type.ts";

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

describe("isForm", () => {
  it.each([
    { given: "application/x-www-form-urlencoded;charset=UTF-8", want: true },
    { given: "multipart/form-data", want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isForm(given)).toBe(want);
  });
});

describe("isText", () => {
  it.each([
    { given: "text/html; charset=utf-8", want: true },
    { given: "application/xml", want: true },
    { given: "image/svg+xml", want: true },
    { given: "application/json", want: false },
    { given: "application/zip", want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isText(given)).toBe(want);
  });
});

describe("isMultipart", () => {
  it.each([
    { given: "Multipart/Form-Data; boundary=x", want: true },
    { given: "multipart/mixed", want: false },
  ])("$given → $want", ({ given, want }) => {
    expect(isMultipart(given)).toBe(want);
  });
});
