import { describe, expect, it } from "vitest";
import { type Duration, toMilliseconds } from "./duration.ts";

describe("a duration", () => {
  it.each([
    { given: 500, want: 500 },
    { given: 0.5, want: 0.5 },
    { given: "500ms", want: 500 },
    { given: "1.5s", want: 1_500 },
    { given: ".5s", want: 500 },
    { given: "10m", want: 600_000 },
    { given: "2h", want: 7_200_000 },
    { given: "1d", want: 86_400_000 },
  ] as const)("of $given is $want ms", ({ given, want }) => {
    expect(toMilliseconds(given, "timeout")).toBe(want);
  });

  it.each([
    ...["", "10", "m", "10 m", " 10m", "10m ", "10M", "-1s", "0s", "1e3s", "1.2.3s", ".s", "1constructor"],
    ...[0, -1, Number.NaN, Infinity, null, undefined, {}, [], true],
  ])("is not %o", (given) => {
    expect(() => toMilliseconds(given as Duration, "timeout")).toThrow(/^timeout is .* It takes milli/);
  });
});
