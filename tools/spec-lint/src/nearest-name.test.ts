import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const names = ["x-lro-status", "x-lro-result", "x-lro-error", "x-lro-error-code"];

test.each([
  { given: "x-lro-statu", want: "x-lro-status" },
  { given: "x-lro-stauts", want: "x-lro-status" },
  { given: "x-lro-errors", want: "x-lro-error" },
  { given: "x-lroErrorCode", want: "x-lro-error-code" },
  { given: "x-lro-error-cod", want: "x-lro-error-code" },
  { given: "x-internal", want: undefined },
  { given: "x-ms-long-running-operation", want: undefined },
])("$given -> $want", ({ given, want }) => {
  expect(nearestName(given, names)).toBe(want);
});
