import { describe, expect, it } from "vitest";
import { connectTo, countJobs, getJob, listJobs } from "../../test/waiting.ts";
import { systemClock } from "../clock.ts";
import type { LongRunningDescription, PagingDescription } from "../operation-description.ts";
import { percentAt } from "./percent-at.ts";
import { settle } from "./settle.ts";
import { several } from "./several.ts";

const within = { deadline: "10m" } as const;
const args = { group: "g" };
const jobs = (...states: unknown[]) => ({ jobs: states.map((state) => ({ state })) });
const lro = listJobs.lro as LongRunningDescription;
const unpaged = { ...listJobs, paging: undefined as never };
const told = (data: unknown) => ({ ok: true, status: 200, data, response: new Response() }) as const;
const reader = several({ ...systemClock, now: () => 0 }, []);
const read = (data: unknown) => reader(lro, told(data), unpaged, {}, fail);
const fail = () => Promise.reject(new Error("nothing more is to be asked"));

describe("several executions stand together", () => {
  const rows = [
    { given: jobs("DONE"), want: ["succeeded", "DONE"] },
    { given: jobs("DONE", 0), want: ["succeeded", "DONE"] },
    { given: jobs("DONE", "STOPPED", "DONE"), want: ["canceled", "STOPPED"] },
    { given: jobs("DONE", "STOPPED", "FAILED"), want: ["failed", "FAILED"] },
    { given: jobs("FAILED", "ASK"), want: ["waiting", "ASK"] },
    { given: jobs("FAILED", "ASK", "NEW"), want: ["notStarted", "NEW"] },
    { given: jobs("NEW", "RUN", "ASK"), want: ["running", "RUN"] },
    { given: jobs("RUN", "ODD"), want: ["unknown", "ODD"] },
    // One without a status counts, and none at all is not the end.
    { given: { jobs: [{ state: "DONE" }, {}] }, want: ["unknown", undefined] },
    { given: { jobs: [{ state: "DONE" }, null] }, want: ["unknown", undefined] },
    { given: jobs("DONE", null), want: ["unknown", null] },
    { given: jobs("DONE", { toString: "DONE" }), want: ["unknown", { toString: "DONE" }] },
  ];

  it.each(rows)("$given.jobs: $want", async ({ given, want }) => {
    const { status, value } = await read(given);
    expect([status, value]).toEqual(want);
  });

  it.each([{ jobs: [] }, {}, undefined])("but not where there is none: %j", async (given) => {
    const want = { reason: "missing", operation: "listJobs", status: 200, retryable: true, error: given };
    await expect(read(given)).rejects.toMatchObject(want);
  });

  it("as their results, their errors, and the mean of their progress", async () => {
    const marks = await read({
      jobs: [
        { state: "DONE", output: "{}", percent: 100, reason: null },
        { state: "FAILED", reason: "disk", percent: "50%" },
        { state: "STOPPED", percent: "?" },
      ],
    });
    expect(marks).toMatchObject({ status: "failed", result: ["{}"], error: ["disk"], progress: 75 });
  });

  it("by marks that have no list, too", async () => {
    const one = { ...lro, result: ["summary"], progress: percentAt(["percent"]) };
    const data = { ...jobs("DONE"), summary: "all", percent: 100 };
    const marks = await reader(one, told(data), unpaged, {}, fail);
    expect(marks).toMatchObject({ result: "all", progress: 100 });
  });
});

describe("waiting for several", () => {
  it("gives lists of results, parsed one by one", async () => {
    const items = [{ state: "DONE", output: "[1]" }, { state: "DONE", output: "[1" }, { state: "DONE" }];
    const { connection, sent } = connectTo([jobs(), jobs("NEW", "DONE"), { jobs: items }]);
    const outcome = await settle(connection, listJobs, args, within);
    expect(outcome).toMatchObject({
      status: "succeeded",
      result: ["[1]", "[1"],
      resultJson: [[1], undefined],
    });
    expect(sent.map(({ path }) => path)).toEqual(["/jobs?group=g", "/jobs?group=g", "/jobs?group=g"]);
  });

  it("asks for further pages by their tokens, if all before them are settled", async () => {
    const { connection, sent } = connectTo([
      { ...jobs("RUN", "DONE"), next: "t1" },
      { ...jobs("DONE", "DONE"), next: "t1" },
      { ...jobs("RUN"), next: "t2" },
      { ...jobs("DONE", "DONE"), next: "t1" },
      { ...jobs("FAILED"), next: "t2" },
      { ...jobs("STOPPED"), next: "" },
    ]);
    const outcome = await settle(connection, listJobs, args, within);
    expect(outcome).toMatchObject({
      status: "failed",
      polls: 3,
      data: jobs("DONE", "DONE", "FAILED", "STOPPED"),
    });
    const first = "/jobs?group=g";
    const token = (name: string) => `${first}&token=${name}`;
    expect(sent.map(({ path }) => path)).toEqual([
      first,
      first,
      token("t1"),
      first,
      token("t1"),
      token("t2"),
    ]);
  });

  it("asks for further pages by their offset, as far as the total says", async () => {
    const { connection, sent } = connectTo([
      { ...jobs("DONE", "DONE"), total: 5 },
      { ...jobs("DONE", "STOPPED"), total: 5 },
    ]);
    const outcome = await settle(connection, countJobs, { ...args, from: 1 }, within);
    expect(outcome).toMatchObject({ status: "canceled", data: jobs("DONE", "DONE", "DONE", "STOPPED") });
    expect(sent.map(({ path }) => path)).toEqual(["/jobs?group=g&from=1", "/jobs?group=g&from=3"]);
  });

  const paging = { page: "from", items: ["jobs"], total: ["total"] } satisfies PagingDescription;
  it.each([
    { given: [{ ...jobs("DONE"), next: "again" }], operation: listJobs, want: 2 },
    { given: [{ ...jobs("DONE"), total: 1_000_000 }], operation: countJobs, want: 2 },
    { given: [{ ...jobs("DONE"), total: 9 }, jobs("STOPPED"), jobs()], operation: countJobs, want: 2 },
    { given: [{ ...jobs("DONE"), total: 1 }], operation: countJobs, want: 1 },
    { given: [{ ...jobs("DONE"), total: "none" }], operation: countJobs, want: 1 },
    { given: [jobs("DONE")], operation: { ...countJobs, paging }, want: 1 },
    { given: [{ ...jobs("DONE"), total: 2 }, jobs("FAILED")], operation: { ...countJobs, paging }, want: 2 },
    // The second page comes again, under a new token each time.
    {
      given: [
        { ...jobs("DONE"), next: "b" },
        { ...jobs("FAILED"), next: "c" },
        { ...jobs("FAILED"), next: "d" },
        jobs("STOPPED"),
      ],
      operation: listJobs,
      want: 3,
    },
    // One page is left out by a filter, and another one follows.
    { given: [{ ...jobs("DONE"), next: "b" }, { next: "c" }, jobs("FAILED")], operation: listJobs, want: 3 },
  ])("ends its pages where there would be no end: row %#", async ({ given, operation, want }) => {
    const [first = {}, ...others] = given;
    const { connection, sent } = connectTo([first, ...others]);
    await settle(connection, operation, args, within);
    expect(sent).toHaveLength(want);
  });

  it("takes pages that are nested too deep to be written for different ones", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const page = (next: string) => new Response(`{"jobs":[{"state":"DONE","a":${deep}}],"next":"${next}"}`);
    const { connection, sent } = connectTo([page("a"), page("b"), page("")]);
    const { status } = await settle(connection, listJobs, args, within);
    expect(status).toBe("succeeded");
    expect(sent).toHaveLength(3);
  });

  it("gives up the poll, and not the wait, if a page fails", async () => {
    const busy = Response.json({}, { status: 503 });
    const { connection } = connectTo([
      { ...jobs("DONE"), next: "b" },
      busy,
      { ...jobs("DONE"), next: "b" },
      jobs(0),
    ]);
    expect(await settle(connection, listJobs, args, within)).toMatchObject({
      polls: 2,
      data: jobs("DONE", 0),
    });
  });

  it("never mixes them up with one", async () => {
    const { connection } = connectTo([{ state: "DONE", jobs: [{ state: "RUN" }] }]);
    expect(await settle(connection, getJob, { jobId: "j1" }, within)).toMatchObject({ status: "succeeded" });
  });
});
