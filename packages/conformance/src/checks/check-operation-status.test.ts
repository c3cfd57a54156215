import { describe, expect, test } from "vitest";
import { caseOf, findingsOf, json, judgeAnswer, VENDOR } from "../../test/acme-jobs.ts";
import { canonicalState } from "./check-operation-status.ts";

const STATES = 'one of "QUEUED", "RUNNING", "ON_HOLD", "DONE", "FAILED", "CANCELED"';
const MEANING = "a status with a meaning";

describe("a closed list", () => {
  test.each([
    { given: { state: "DONE" }, want: ["pass", MEANING, '"DONE" (succeeded)', "#/state"] },
    { given: { state: "ON_HOLD" }, want: ["pass", MEANING, '"ON_HOLD" (waiting)', "#/state"] },
    { given: { state: "EXPLODED" }, want: ["fail", STATES, '"EXPLODED"', "#/state"] },
    { given: { state: "done" }, want: ["fail", STATES, '"done"', "#/state"] },
    { given: { state: 3 }, want: ["fail", STATES, "3", "#/state"] },
    { given: { state: null }, want: ["fail", STATES, "null", "#/state"] },
    { given: {}, want: ["vacuous", "an operation status at state", "none"] },
  ])("$given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("getJob", "200 succeeded"), json(200, given, VENDOR));
    expect(findingsOf(judged, "operation-status")).toEqual([want]);
  });
});

describe("an open list, and one of items", () => {
  const TOP = 'one of "Searching", "Done"';
  test.each([
    { given: { status: "Searching" }, want: [["pass", MEANING, '"Searching" (running)', "#/status"]] },
    {
      given: { status: "Resting" },
      want: [["vacuous", `${TOP} (the list is open)`, '"Resting", unknown', "#/status"]],
    },
    { given: { status: 1 }, want: [["fail", TOP, "1", "#/status"]] },
    {
      given: { status: "Done", hits: [{ state: "DONE" }, { state: "LOST" }] },
      want: [
        ["pass", MEANING, '"Done" (succeeded)', "#/status"],
        ["pass", MEANING, '"DONE" (succeeded)', "#/hits/0/state"],
        ["fail", STATES, '"LOST"', "#/hits/1/state"],
      ],
    },
  ])("$given", async ({ given, want }) => {
    const judged = await judgeAnswer(caseOf("findJobs", "200 found"), json(200, given));
    const findings = findingsOf(judged, "operation-status");
    expect(findings.filter(([, , received]) => received !== "none")).toEqual(want);
  });
});

test("a missing status is none where the sample shows none", async () => {
  const judged = await judgeAnswer(caseOf("findJobs", "200 2002"), json(200, { retCode: "2002" }));
  expect(findingsOf(judged, "operation-status")).toEqual([]);
});

test.each([
  { given: "RUNNING", want: "running" },
  { given: 2, want: "succeeded" },
  { given: "2", want: "unknown" },
  { given: "", want: "unknown" },
  { given: "constructor", want: "unknown" },
])("$given means $want", ({ given, want }) => {
  expect(canonicalState({ running: ["RUNNING"], succeeded: [2] }, given)).toBe(want);
});
