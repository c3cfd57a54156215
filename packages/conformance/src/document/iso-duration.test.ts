import { expect, test } from "vitest";
import { isoDuration } from "./iso-duration.ts";

test.each([
  { given: "PT25M", want: 1_500_000 },
  { given: "PT1H", want: 3_600_000 },
  { given: "P1D", want: 86_400_000 },
  { given: "P2W", want: 1_209_600_000 },
  { given: "P1DT30M5S", want: 88_205_000 },
  { given: "PT0.5S", want: 500 },
  { given: "P", want: undefined },
  { given: "PT", want: undefined },
  { given: "P1DT", want: undefined },
  { given: "P1Y", want: undefined },
  { given: "1h", want: undefined },
  { given: "", want: undefined },
  { given: undefined, want: undefined },
  { given: 60, want: undefined },
])("$given lasts $want ms", ({ given, want }) => expect(isoDuration(given)).toBe(want));
