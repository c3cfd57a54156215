import { describe, expect, it } from "vitest";
import { clientNames, toTypeName } from "./names.ts";

describe("clientNames", () => {
  it.each([
    { given: "acme", want: { packageName: "@settled/acme-client", typeName: "Acme", variableName: "acme" } },
    {
      given: "acme-jobs-2",
      want: { packageName: "@settled/acme-jobs-2-client", typeName: "AcmeJobs2", variableName: "acmeJobs2" },
    },
  ])("$given", ({ given, want }) => {
    expect(clientNames(given)).toEqual(want);
  });
});

describe("toTypeName", () => {
  it.each([
    { given: "getJob", want: "GetJob" },
    { given: "ListJobs", want: "ListJobs" },
    { given: "health-check", want: "HealthCheck" },
    { given: "jobs.list_all", want: "JobsListAll" },
  ])("$given → $want", ({ given, want }) => {
    expect(toTypeName(given)).toBe(want);
  });
});
