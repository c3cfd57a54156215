import { expect, test } from "vitest";
import { checkSize } from "./check-size.ts";

const figure = { client: "acme-jobs", measure: "packed", value: 70.0041, unit: "kB" } as const;

test.each([
  { limits: { packed: 71 }, want: [] },
  { limits: { installed: 1 }, want: [] },
  {
    limits: { packed: 70 },
    want: [
      "size: packed is 70.004 kB, and may be 70. If that is worth it, raise the limit in tools/release-check/limits.json.",
    ],
  },
])("$limits", ({ limits, want }) => {
  expect(checkSize([figure], limits)).toEqual(want);
});
