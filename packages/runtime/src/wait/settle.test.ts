import { describe, expect, it } from "vitest";
import { connectTo, getJob, getOldJob } from "../../test/waiting.ts";
import type { PollEvent, SettledEvent } from "../hooks.ts";
import type { Outcome } from "./outcome.ts";
import { settle } from "./settle.ts";
import { watch } from "./watch.ts";

const within = { deadline: "10m" } as const;
const args = { jobId: "j1" };

describe("a wait that is settled", () => {
  const rows: { given: Record<string, unknown>; want: Record<string, unknown> }[] = [
    {
      given: { state: "DONE", output: '{"lines":3}', percent: 100 },
      want: {
        status: "succeeded",
        value: "DONE",
        result: '{"lines":3}',
        resultJson: { lines: 3 },
        progress: 100,
      },
    },
    // What is broken is not lost, and what is no text is as it came.
    {
      given: { state: "DONE", output: '{"lines":' },
      want: { status: "succeeded", result: '{"lines":', resultJson: undefined },
    },
    { given: { state: "DONE", output: { lines: 3 } }, want: { result: { lines: 3 }, resultJson: undefined } },
    { given: { state: "DONE", output: null }, want: { result: null, resultJson: undefined } },
    { given: { state: "DONE" }, want: { result: undefined, resultJson: undefined, progress: undefined } },
    {
      given: { state: "FAILED", reason: '"disk"', output: "half" },
      want: { status: "failed", error: '"disk"', errorJson: "disk", result: "half" },
    },
    {
      given: { state: "STOPPED", reason: "asked" },
      want: { status: "canceled", value: "STOPPED", error: "asked" },
    },
    // A number in the document, a text on the wire, and the other way round.
    { given: { state: "0" }, want: { status: "succeeded", value: "0" } },
    { given: { state: 0 }, want: { status: "succeeded", value: 0 } },
  ];

  it.each(rows)("$want.status $want.value: one request, no delay", async ({ given, want }) => {
    const { connection, sent, clock } = connectTo([given]);
    const begun = clock.now();
    const outcome = await settle(connection, getJob, args, within);
    expect(outcome).toMatchObject({ ...want, data: given, polls: 1, elapsed: 0 });
    expect(outcome.response.status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(clock.now()).toBe(begun);
  });
});

describe("a wait that goes on", () => {
  const rows = [
    { given: { state: "NEW" }, want: { status: "notStarted", value: "NEW" } },
    { given: { state: "RUN", percent: "37%" }, want: { status: "running", value: "RUN", progress: 37 } },
    { given: { state: "1", percent: "101" }, want: { status: "running", value: "1", progress: 100 } },
    { given: { state: "ASK" }, want: { status: "waiting", value: "ASK" } },
    { given: { state: "PAUSED" }, want: { status: "unknown", value: "PAUSED" } },
    { given: { state: "run" }, want: { status: "unknown", value: "run" } },
    { given: { state: null }, want: { status: "unknown", value: undefined } },
    { given: { state: { is: "DONE" } }, want: { status: "unknown", value: { is: "DONE" } } },
    { given: { state: { toString: "DONE" } as unknown }, want: { status: "unknown" } },
    { given: { state: ["DONE"] }, want: { status: "unknown", value: ["DONE"] } },
    { given: {}, want: { status: "unknown", value: undefined } },
  ];

  it.each(rows)("after $given", async ({ given, want }) => {
    const polls: PollEvent[] = [];
    const { connection, sent } = connectTo([given, { state: "DONE" }], {
      hooks: { poll: (e) => polls.push(e) },
    });
    const updates = [];
    for await (const update of watch(connection, getJob, args, within)) updates.push(update);
    expect(updates[0]).toMatchObject({ ...want, data: given, polls: 1 });
    expect(updates[1]).toMatchObject({ status: "succeeded", polls: 2 });
    expect(polls).toMatchObject([{ operation: "getJob", ...want }, { status: "succeeded" }]);
    expect(sent).toHaveLength(2);
  });

  it("stops where a person is needed, if it is told to", async () => {
    const { connection, sent } = connectTo([
      { state: "RUN" },
      { state: "ASK", percent: 50 },
      { state: "DONE" },
    ]);
    const outcome = await settle(connection, getJob, args, { ...within, onWaiting: "stop" });
    expect(outcome).toMatchObject({ status: "waiting", value: "ASK", progress: 50, polls: 2 });
    expect(sent).toHaveLength(2);
  });

  it.each([
    { given: {}, want: "expired" },
    { given: { state: null }, want: "expired" },
    { given: Response.json(null), want: "expired" },
    { given: { state: "GONE" }, want: "unknown" },
    { given: { state: { is: "DONE" } }, want: "unknown" },
    { given: { state: ["DONE"] }, want: "unknown" },
    // Not what is documented, and not even like it.
    { given: Response.json([]), want: "unknown" },
    { given: Response.json("hello"), want: "unknown" },
    { given: Response.json(1), want: "unknown" },
  ])("knows when an id is too old: $given is $want", async ({ given, want }) => {
    const { connection, sent } = connectTo([given, { state: "DONE" }]);
    const outcome = await settle(connection, getOldJob, args, within);
    expect([outcome.status, sent.length]).toEqual(want === "expired" ? ["expired", 1] : ["succeeded", 2]);
  });
});

describe("what is told of a wait", () => {
  it("bears one identity, counts, and ends with how it was settled", async () => {
    const polls: PollEvent[] = [];
    const ends: SettledEvent[] = [];
    const { connection } = connectTo([{ state: "RUN" }, { state: "RUN" }, { state: "FAILED" }], {
      hooks: { poll: (event) => polls.push(event), settled: (event) => ends.push(event) },
    });
    const outcome: Outcome = await settle(connection, getJob, args, within);
    expect(polls.map(({ polls }) => polls)).toEqual([1, 2, 3]);
    expect(ends).toMatchObject([
      { operation: "getJob", status: "failed", polls: 3, elapsed: outcome.elapsed },
    ]);
    expect(new Set([...polls, ...ends].map(({ wait }) => wait)).size).toBe(1);
  });

  it("is no matter for the wait if a hook throws", async () => {
    const fail = () => {
      throw new Error("hook");
    };
    const { connection } = connectTo([{ state: "DONE" }], {
      hooks: { poll: fail, settled: fail, request: fail },
    });
    expect(await settle(connection, getJob, args, within)).toMatchObject({ status: "succeeded" });
  });
});

describe("a wait that cannot begin", () => {
  const rows = [
    { given: {}, want: /deadline is missing.*"10m"/ },
    { given: { deadline: "soon" }, want: /deadline is "soon"/ },
    { given: { deadline: 0 }, want: /deadline is 0/ },
    { given: { deadline: "1m", interval: { first: "now" } }, want: /interval\.first is "now"/ },
    { given: { deadline: "1m", interval: { max: -1 } }, want: /interval\.max is -1/ },
    { given: { deadline: "1m", cancel: true }, want: /cancelJob/ },
    { given: { deadline: "1m", cancel: getOldJob }, want: /cancelJob/ },
  ];

  it.each(rows)("$given", async ({ given, want }) => {
    const { connection, sent } = connectTo([{ state: "DONE" }]);
    const wait = settle(connection, getJob, args, given as never);
    await expect(wait).rejects.toThrow(TypeError);
    await expect(wait).rejects.toThrow(want);
    expect(sent).toHaveLength(0);
  });

  it("tells where an operation cannot be waited for, or not be canceled", async () => {
    const { connection } = connectTo([{}]);
    const { lro: _, ...plain } = getJob;
    await expect(settle(connection, plain, args, within)).rejects.toThrow(/getJob tells no status/);
    const cancel = settle(connection, getOldJob, args, { ...within, cancel: true });
    await expect(cancel).rejects.toThrow(/getOldJob is canceled by no operation/);
    // What the call itself finds wrong ends the wait too.
    await expect(settle(connection, getJob, { jobId: ".." }, within)).rejects.toThrow(TypeError);
  });
});
