import { expect, test } from "vitest";
import { isJsonType, matchesMediaType } from "./media-type.ts";

const VENDOR = "application/vnd.acme.jobs-v3.5+json;charset=UTF-8";

test.each([
  { received: VENDOR, documented: VENDOR, want: true },
  { received: "application/vnd.acme.jobs-v3.5+json; charset=utf-8", documented: VENDOR, want: true },
  { received: 'application/vnd.acme.jobs-v3.5+json; charset="UTF-8"', documented: VENDOR, want: true },
  { received: "Application/VND.acme.jobs-V3.5+JSON ;Charset=utf-8", documented: VENDOR, want: true },
  { received: "application/vnd.acme.jobs-v3.5+json", documented: VENDOR, want: true },
  { received: "application/vnd.acme.jobs-v3.5+json;charset=ISO-8859-1", documented: VENDOR, want: false },
  { received: "application/vnd.acme.jobs-v4+json;charset=UTF-8", documented: VENDOR, want: false },
  { received: "application/json;charset=UTF-8", documented: VENDOR, want: false },
  { received: "application/json; charset=utf-8", documented: "application/json", want: true },
  { received: "application/json; version=2", documented: "application/json", want: false },
  { received: "application/x+json;b=2;a=1", documented: "application/x+json;a=1;b=2", want: true },
  { received: "text/plain", documented: "text/*", want: true },
  { received: "image/png", documented: "*/*", want: true },
  { received: "text/csv; charset=windows-1252", documented: "text/csv", want: true },
  { received: "text/csv; charset=windows-1252", documented: "text/csv; charset=utf-8", want: true },
  { received: "text/csv; charset=windows-1252", documented: "text/csv; charset=utf-16", want: false },
  { received: "text/csv; header=present", documented: "text/csv", want: false },
  { received: "text/json; charset=windows-1252", documented: "text/json", want: false },
  { received: "text/html", documented: "application/json", want: false },
  { received: "", documented: "application/json", want: false },
  { received: "json", documented: "application/json", want: false },
])("$received is $documented: $want", ({ received, documented, want }) => {
  expect(matchesMediaType(received, documented)).toBe(want);
});

test.each([
  { given: "application/json", want: true },
  { given: VENDOR, want: true },
  { given: "application/xml", want: false },
  { given: "application/jsonp", want: false },
])("$given is JSON: $want", ({ given, want }) => {
  expect(isJsonType(given)).toBe(want);
});
