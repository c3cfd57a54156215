import { expect, it } from "vitest";
import { describeInputs } from "./session-inputs.ts";

it.each([
  { what: "no arguments", given: {}, want: {} },
  {
    what: "no arguments, but HTTP Basic",
    given: {},
    isBasic: true,
    want: { username: true, password: true },
  },
  {
    what: "inputs at any depth, among constants",
    given: {
      arguments: { user: "$inputs.user", body: { methods: ["password", "$inputs.method"], n: 1, no: null } },
    },
    want: { user: true, method: true },
  },
  {
    what: "an optional input, used twice",
    given: { arguments: { a: "$inputs.realm", b: "$inputs.realm", c: "$inputs.user" }, optional: ["realm"] },
    want: { realm: false, user: true },
  },
  {
    what: "what only looks like an input",
    given: { arguments: { a: "Bearer $inputs.token", b: "$inputs.", c: "$response.body#/x" } },
    want: {},
  },
])("$what", ({ given, isBasic = false, want }) => {
  expect(describeInputs(given, isBasic)).toEqual(want);
});
