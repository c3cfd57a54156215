import { describe, expect, test } from "vitest";
import { caseOf, document, VENDOR } from "../../test/acme-jobs.ts";
import { type Change, findingsOn, headed, unchanged } from "../../test/changed-requests.ts";

const GET_JOB = caseOf("getJob", "200 succeeded");

describe("the judge's own request is as documented", () => {
  test.each(document.operations)("$id", async ({ id, method, path }) => {
    const testCase = caseOf(id, { startJob: "202 accepted", cancelJob: "204" }[id] ?? firstCaseOf(id));
    expect(await findingsOn(testCase, unchanged)).toEqual([["pass", `${method} ${path}`, "as documented"]]);
  });
});

describe("the method", () => {
  test("is the documented one", async () => {
    const given: Change = (request) => ({ ...request, method: "HEAD" });
    expect(await findingsOn(GET_JOB, given)).toEqual([["fail", "GET", "HEAD"]]);
  });
});

describe("Accept", () => {
  test.each<{ given: (headers: Headers) => void; want: unknown[][] }>([
    {
      given: (headers) => headers.set("accept", "image/png"),
      want: [["fail", `Accept: ${VENDOR}`, "Accept: image/png"]],
    },
    {
      given: (headers) => headers.set("accept", "application/json"),
      want: [["fail", `Accept: ${VENDOR}`, "Accept: application/json"]],
    },
    {
      given: (headers) => headers.set("accept", "text/html, application/*;q=0.8"),
      want: [["pass", "GET /jobs/{jobId}", "as documented"]],
    },
    {
      given: (headers) => headers.set("accept", "text/html, */*;q=0.8"),
      want: [["pass", "GET /jobs/{jobId}", "as documented"]],
    },
    { given: (headers) => headers.delete("accept"), want: [["pass", "GET /jobs/{jobId}", "as documented"]] },
  ])("$want", async ({ given, want }) => {
    expect(await findingsOn(GET_JOB, headed(given))).toEqual(want);
  });
});

function firstCaseOf(operation: string): string {
  return (
    { getJob: "200 succeeded", findJobs: "200 found", getPlan: "200 nested" }[operation] ?? "200 example"
  );
}
