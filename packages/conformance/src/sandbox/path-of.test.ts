import { expect, test } from "vitest";
import { pathOf } from "./path-of.ts";

test.each([
  { given: "http://acme.example", want: "/" },
  { given: "http://acme.example/", want: "/" },
  { given: "http://acme.example:80/a%2Fb//c?d=/e#f", want: "/a%2Fb//c" },
  { given: "https://acme.example/a/../b", want: "/a/../b" },
  { given: "http://acme.example/?x", want: "/" },
  { given: "http://acme.example//x", want: "//x" },
])("the path of $given is $want", ({ given, want }) => {
  expect(pathOf(given)).toBe(want);
});
