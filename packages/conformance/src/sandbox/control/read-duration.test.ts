import { expect, test } from "vitest";
import { readDuration } from "./read-duration.ts";

test.each([
  { given: 250, want: 250 },
  { given: 0, want: 0 },
  { given: 1.6, want: 2 },
  { given: "250", want: 250 },
  { given: "250ms", want: 250 },
  { given: "1.5s", want: 1500 },
  { given: "2m", want: 120_000 },
  { given: "PT1H", want: 3_600_000 },
  { given: "PT1H30M", want: 5_400_000 },
  { given: "PT0.5S", want: 500 },
  { given: "P1D", want: 86_400_000 },
  { given: "P1W", want: 604_800_000 },
  { given: "P1DT1S", want: 86_401_000 },
])("$given is $want ms", ({ given, want }) => {
  expect(readDuration(given, "advance")).toBe(want);
});

test.each([
  undefined,
  null,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  {},
  [],
  "",
  "soon",
  "-1",
  "1 h",
  "P",
  "PT",
  "PT1",
  "P1Y",
  "P1M",
  "1H",
  "PT1H ",
  "P1DT",
  "1e3",
  "P99999D",
])("%j is no duration", (given) => {
  expect(() => readDuration(given as never, "advance")).toThrow(
    /^not a duration: .*\n {2}where {5}advance\n/,
  );
});
