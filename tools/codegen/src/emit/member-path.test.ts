import { expect, it } from "vitest";
import { memberPath } from "./member-path.ts";

it.each([
  { given: "/code", want: ["code"] },
  { given: "/error/code", want: ["error", "code"] },
  // RFC 6901 §4: `~1` first, so that `~01` is no slash.
  { given: "/a~1b/m~0n/~01", want: ["a/b", "m~n", "~1"] },
  { given: "/", want: [""] },
])("$given → $want", ({ given, want }) => {
  expect(memberPath(given)).toEqual(want);
});
