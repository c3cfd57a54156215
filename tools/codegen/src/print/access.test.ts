import { describe, expect, it } from "vitest";
import { printAccess, printPath } from "./access.ts";

describe("a field's path", () => {
  it.each([
    { given: ["state"], want: { access: "data.state", path: "state" } },
    { given: ["job-id"], want: { access: 'data["job-id"]', path: "job-id" } },
    { given: ["Data", "Status"], want: { access: "data.Data?.Status", path: "Data.Status" } },
    {
      given: ["Jobs", "[]", "job-id"],
      want: { access: 'data.Jobs?.[0]?.["job-id"]', path: "Jobs[].job-id" },
    },
    { given: ["[]", "state"], want: { access: "data[0]?.state", path: "[].state" } },
  ])("$want.path", ({ given, want }) => {
    expect({ access: printAccess("data", given), path: printPath(given) }).toEqual(want);
  });

  it.each([
    { given: ["Data", "Status"], want: "data?.Data?.Status" },
    { given: ["job-id"], want: 'data?.["job-id"]' },
    { given: ["[]", "state"], want: "data?.[0]?.state" },
  ])("of what may be absent: $want", ({ given, want }) => {
    expect(printAccess("data", given, false)).toBe(want);
  });
});
