import { describe, expect, it } from "vitest";
import { printDuration } from "./duration.ts";

describe("printDuration", () => {
  it.each([
    { given: "PT30M", want: "30 minutes" },
    { given: "PT24H", want: "24 hours" },
    { given: "P90D", want: "90 days" },
    { given: "P1DT1H30M", want: "1 day 1 hour 30 minutes" },
    { given: "PT3599S", want: "3599 seconds" },
    { given: "soon", want: "soon" },
  ])("$given → $want", ({ given, want }) => {
    expect(printDuration(given)).toBe(want);
  });
});
