import { describe, expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import { createCases } from "../cases/create-cases.ts";
import { planCases, type TargetKind } from "./plan-cases.ts";

const LIVE = "a live service cannot be asked for this answer";
const NO_READ = "not sent: it is no read; --allow-writes with its name sends it";
const OTHER_SCHEME = "another way to authenticate, which the sandbox alone is asked for";
const NO_EXAMPLE = "a mock can be asked for an error code by an Example Object of its name only";

/** The cases of one operation: what is asked, and why the rest is not. */
function planOf(operation: string, targetKind: TargetKind): [string, string | undefined][] {
  return planCases(document, { targetKind })
    .filter(({ testCase }) => testCase.operation.id === operation)
    .map(({ testCase, skip }) => [testCase.name, skip]);
}

describe("an embedded sandbox is asked for everything", () => {
  test("in the order of the document", () => {
    const plan = planCases(document, { targetKind: "sandbox" });
    expect(plan).toEqual(createCases(document).map((testCase) => ({ testCase })));
  });
});

describe("a mock is asked for what it can be", () => {
  test.each<{ operation: string; want: [string, string | undefined][] }>([
    {
      operation: "getJob",
      want: [
        ["200 succeeded", undefined],
        ["200 failed", undefined],
        ["400 BadDepth", undefined],
        ["404 JobNotFound", undefined],
        ["404 JobExpired", NO_EXAMPLE],
        // No code of this status has an example, so that the bare status is asked for, once.
        ["409", undefined],
        ["409 JobLocked", NO_EXAMPLE],
        ["409 JobSealed", NO_EXAMPLE],
        ["200 succeeded by AcmeBasic", OTHER_SCHEME],
        ["200 succeeded by AcmeSignature", OTHER_SCHEME],
      ],
    },
    {
      operation: "findJobs",
      want: [
        ["200 found", undefined],
        ["200 2001", NO_EXAMPLE],
        ["200 2002", undefined],
      ],
    },
    {
      operation: "cancelJob",
      want: [
        ["204", undefined],
        ["404 JobNotFound", undefined],
      ],
    },
  ])("$operation", ({ operation, want }) => {
    expect(planOf(operation, "mock")).toEqual(want);
  });

  test("and the bare status asks for no code", () => {
    const bare = planCases(document, { targetKind: "mock" }).find(({ testCase }) => testCase.name === "409");
    expect(bare?.testCase).not.toHaveProperty("code");
    expect(bare?.testCase.status).toBe(409);
  });
});

describe("a live service is asked for the main case of each operation that reads", () => {
  const askedWith = (allowWrites: string[]) =>
    planCases(document, { targetKind: "live", allowWrites })
      .filter(({ skip }) => skip === undefined)
      .map(({ testCase }) => `${testCase.operation.id} ${testCase.name}`);

  test("and for nothing else", () => {
    expect(askedWith([])).toEqual([
      "getLatestJob 200 example",
      "getJob 200 succeeded",
      "getPlan 200 nested",
      "getLog 200 example",
      "getHealth 200 example",
    ]);
  });

  test("and of those that are allowed by name", () => {
    expect(askedWith(["startJob", "findJobs", "cancelJob"])).toEqual([
      "startJob 202 accepted",
      "getLatestJob 200 example",
      "findJobs 200 found",
      "getJob 200 succeeded",
      "cancelJob 204",
      "getPlan 200 nested",
      "getLog 200 example",
      "getHealth 200 example",
    ]);
  });

  test("and every other case says why not", () => {
    const skips = planCases(document, { targetKind: "live" }).flatMap(({ skip }) => skip ?? []);
    expect(skips).toHaveLength(createCases(document).length - askedWith([]).length);
    expect(new Set(skips)).toEqual(new Set([LIVE, OTHER_SCHEME, NO_READ]));
  });
});

describe.each<TargetKind>(["sandbox", "mock", "live"])("of a %s", (targetKind) => {
  test.each([
    { authenticated: undefined, want: [true, false] },
    { authenticated: true, want: [true, false] },
    { authenticated: false, want: [false, false] },
  ])("credentials are expected where there are some: $authenticated", ({ authenticated, want }) => {
    const plan = planCases(document, { targetKind, ...(authenticated !== undefined && { authenticated }) });
    const carries = (operation: string) =>
      plan.find(({ testCase }) => testCase.operation.id === operation)?.testCase.authenticated;
    expect([carries("getJob"), carries("getHealth")]).toEqual(want);
  });

  test("values that are given beat the document's", () => {
    const plan = planCases(document, { targetKind, parameters: { jobId: "7" } });
    const given = plan.filter(({ testCase }) => testCase.operation.id === "getPlan");
    expect(new Set(given.map(({ testCase }) => testCase.arguments.path.jobId))).toEqual(new Set(["7"]));
  });
});
