import { expect, test } from "vitest";
import { exactSurrogate } from "./exact-number.ts";

test.each([
  { given: "0", want: undefined },
  { given: "-1.5", want: undefined },
  { given: "999999999999999", want: undefined },
  { given: "9007199254740993", want: undefined },
  { given: "1e10", want: undefined },
  { given: "1e-10", want: undefined },
  { given: "12345678901234567890e-4", want: undefined },
  { given: "9223372036854775807", want: 2 ** 63 - 2 ** 10 },
  { given: "9223372036854775808", want: undefined },
  { given: "-9223372036854775808", want: undefined },
  { given: "-9223372036854775809", want: -(2 ** 63 + 2 ** 11) },
  { given: "2147483647.0000000001", want: 2147483647.5 },
  { given: "-2147483647.0000000001", want: -2147483646.5 },
  { given: "4503599627370497.5000000001", want: 0.5 },
  { given: "1.0000000000000000000", want: undefined },
  { given: "0e-400", want: undefined },
  { given: "1e-400", want: 0.5 },
  { given: "-1e-999999999", want: 0.5 },
  { given: "1e400", want: Number.MAX_VALUE },
  { given: "-1e400", want: -Number.MAX_VALUE },
  { given: "1e308", want: undefined },
  { given: '"1"', want: undefined },
  { given: "true", want: undefined },
])("$given is stood for by $want", ({ given, want }) => {
  expect(exactSurrogate(given)).toBe(want);
});

// By an expression it would take minutes.
test("a million zeros in a number are as quickly read as any text", () => {
  expect(exactSurrogate(`1.${"0".repeat(1_000_000)}1`)).toBe(1.5);
});
