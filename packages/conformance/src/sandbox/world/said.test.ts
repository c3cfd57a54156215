import { describe, expect, test } from "vitest";
import { acmeWorld } from "../../../test/acme-world.ts";
import type { Json } from "../../document/json.ts";
import { keptOf, readSaid, scalarsIn, secretNames, tokenOf } from "./said.ts";

describe("what a value says", () => {
  test.each<{ given: Json; want: string[] }>([
    { given: "a", want: ["a"] },
    { given: 7, want: ["7"] },
    { given: ["a", { b: ["c", null, true] }], want: ["a", "c"] },
    { given: "a, b", want: ["a, b", "a", "b"] },
    { given: '["a",{"b":"c"}]', want: ['["a",{"b":"c"}]', "a", "c"] },
    { given: "{broken", want: ["{broken"] },
  ])("$given", ({ given, want }) => expect(scalarsIn(given)).toEqual(want));
});

test("no secret, no header and nothing big is kept", () => {
  const said = readSaid({
    path: { "job-id": "1" },
    query: { AccessToken: "hush" },
    header: { "X-Auth": "hush" },
    cookie: {},
    body: {
      type: "application/json",
      value: { name: "n", in: { password: "hush", sealed: { text: "hush" } }, big: "x".repeat(9000) },
    },
  });
  expect(keptOf(said, secretNames(acmeWorld))).toEqual({ jobid: "1", name: "n", in: { sealed: {} } });
});

test("a repeated request is known by its operation and its token", () => {
  const start = acmeWorld.operations.find(({ id }) => id === "startJob");
  const said = (ticket: string) =>
    readSaid({ path: {}, query: {}, header: {}, cookie: {}, body: { type: "", value: { ticket } } });
  expect(start && tokenOf(acmeWorld, start, said("t1"))).toBe("startJob t1");
  expect(start && tokenOf(acmeWorld, start, said(""))).toBeUndefined();
});
