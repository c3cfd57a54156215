import { describe, expect, it } from "vitest";
import { isForm, isJson, isRange, isText } from "./media-type.ts";

describe("a media type is JSON, text, a form, anything, or else binary", () => {
  it.each([
    { given: "application/json", want: "JSON" },
    { given: "Application/vnd.acme-v2+json;charset=UTF-8", want: "JSON" },
    { given: "text/html", want: "text" },
    { given: "application/xml", want: "text" },
    { given: "image/svg+xml", want: "text" },
    { given: "application/x-www-form-urlencoded", want: "form" },
    { given: "multipart/form-data", want: "form" },
    { given: "*/*", want: "anything" },
    { given: "multipart/mixed", want: "binary" },
    { given: "application/jsonl", want: "binary" },
    { given: "application/zip", want: "binary" },
  ])("$given → $want", ({ given, want }) => {
    const kinds = { JSON: isJson, text: isText, form: isForm, anything: isRange };
    const found = Object.entries(kinds).flatMap(([name, is]) => (is(given) ? [name] : []));
    expect(found).toEqual(want === "binary" ? [] : [want]);
  });
});
