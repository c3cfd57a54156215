import { describe, expect, test } from "vitest";
import type { Json } from "../../document/json.ts";
import { copyWith, putAt, removeAt, valueAtSteps } from "./place.ts";

describe("what stands at a place", () => {
  test.each<{ steps: string[]; want: Json | undefined }>([
    { steps: [], want: { a: [{ b: 1 }] } },
    { steps: ["a", "0", "b"], want: 1 },
    { steps: ["a", "*", "b"], want: 1 },
    { steps: ["a", "1", "b"], want: undefined },
    { steps: ["toString"], want: undefined },
  ])("$steps", ({ steps, want }) => expect(valueAtSteps({ a: [{ b: 1 }] }, steps)).toEqual(want));
});

test.each<{ given: Json; steps: string[]; want: Json }>([
  { given: {}, steps: ["a", "b"], want: { a: { b: 9 } } },
  { given: { a: [{ b: 1 }] }, steps: ["a", "0", "b"], want: { a: [{ b: 9 }] } },
  { given: 1, steps: [], want: 9 },
])("a value is put at $steps", ({ given, steps, want }) => expect(putAt(given, steps, 9)).toEqual(want));

test("a member is taken out", () => {
  const body = { a: { b: 1, c: 2 } };
  removeAt(body, ["a", "b"]);
  removeAt(body, ["x", "y"]);
  expect(body).toEqual({ a: { c: 2 } });
});

describe("a copy bears other ids", () => {
  test.each<{ given: Json; want: Json }>([
    { given: "job-5d17f9a2", want: "job-00" },
    {
      given: { href: "/jobs/job-5d17f9a2/log", part: ["job-5d17f9a2.t1"] },
      want: { href: "/jobs/job-00/log", part: ["job-00.t1"] },
    },
    { given: "/a/job-5d17f9a2/b/job-000000aa", want: "/a/job-00/b/job-11" },
    // What is short may be a word.
    { given: ["short", 1, null], want: ["short", 1, null] },
  ])("$given", ({ given, want }) => {
    expect(
      copyWith(given, [
        ["job-5d17f9a2", "job-00"],
        ["job-000000aa", "job-11"],
        ["short", "x"],
      ]),
    ).toEqual(want);
  });
});
