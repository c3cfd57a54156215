import { expect, test } from "vitest";
import { below, valueAt } from "./pointer.ts";

const root = {
  paths: { "/tasks/{id}": { "a~b": [10, { "50%": true, "50%25": "more", "a%2Fb 100%": "both" }] } },
};

test.each([
  { given: "#", want: root },
  { given: below("#/paths", "/tasks/{id}", "a~b", 0), want: 10 },
  { given: "#/paths/~1tasks~1%7Bid%7D/a~0b/1/50%25", want: true },
  { given: "#/paths/~1tasks~1{id}/a~0b/1/50%", want: true },
  { given: below("#/paths", "/tasks/{id}", "a~b", 1, "50%"), want: true },
  { given: below("#/paths", "/tasks/{id}", "a~b", 1, "50%25"), want: "more" },
  { given: below("#/paths", "/tasks/{id}", "a~b", 1, "a%2Fb 100%"), want: "both" },
  { given: "#/paths/nowhere", want: undefined },
  { given: "#/paths/constructor", want: undefined },
])("$given", ({ given, want }) => {
  expect(valueAt(root, given)).toEqual(want);
});
