import { expect, it } from "vitest";
import { bodyKind } from "./body-kind.ts";

it.each([
  { given: {}, want: "none" },
  { given: { content: {} }, want: "none" },
  { given: { "x-body-optional": true as const }, want: "none" },
  { given: { content: { "application/json": {} } }, want: "json" },
  { given: { content: { "application/json": {}, "application/problem+json;v=1": {} } }, want: "json" },
  { given: { content: { "application/json": {} }, "x-body-optional": true as const }, want: "json?" },
  { given: { content: { "text/plain": {} } }, want: "text" },
  { given: { content: { "text/html": {}, "application/xml": {} } }, want: "text" },
  { given: { content: { "application/zip": {} }, "x-body-optional": true as const }, want: "binary?" },
  { given: { content: { "application/json": {}, "text/html": {} } }, want: "any" },
  { given: { content: { "*/*": {} }, "x-body-optional": true as const }, want: "any" },
])("$given is $want", ({ given, want }) => {
  expect(bodyKind(given)).toBe(want);
});
