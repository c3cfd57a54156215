import { expect, it } from "vitest";
import { fieldType } from "./field-type.ts";

it.each([
  { given: ["state"], want: 'Job["state"]' },
  { given: ["Data", "job-state"], want: 'NonNullable<Job["Data"]>["job-state"]' },
  { given: ["[]"], want: "Job[number]" },
  {
    given: ["Jobs", "[]", "State"],
    want: 'NonNullable<NonNullable<Job["Jobs"]>[number]>["State"]',
  },
])("$given is $want", ({ given, want }) => {
  expect(fieldType("Job", given)).toBe(want);
});
