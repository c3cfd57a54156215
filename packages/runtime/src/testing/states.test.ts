import { describe, expect, test } from "vitest";
import { documented, operations, service } from "../../test/mocked-jobs.ts";
import { canceled, expired, failed, notStarted, running, succeeded, waiting } from "./states.ts";
import type { AnswerAct, Step } from "./step.ts";

function body(id: string, step: Step): unknown {
  const operation = operations[id];
  if (!operation) throw new Error(id);
  return JSON.parse(
    String((step.act({ service, operation, answers: documented[id] ?? [] }) as AnswerAct).body),
  );
}

const output = { lines: 3 };

describe("a state", () => {
  test.each([
    // The document shows it.
    { id: "getJob", step: succeeded(), want: { id: "j-1", state: "DONE", percent: 100, output } },
    { id: "getJob", step: running(), want: { id: "j-1", state: "STOPPING" } },
    { id: "find", step: succeeded(), want: { Code: 0, Data: { Status: "Done", Percent: "100%" } } },
    // It is made of what the document shows of another: what belongs to that one goes.
    { id: "getJob", step: notStarted(), want: { id: "j-1", state: "QUEUED", percent: 0 } },
    { id: "getJob", step: running({ value: "BUSY" }), want: { id: "j-1", state: "BUSY", percent: 50 } },
    { id: "getJob", step: waiting(), want: { id: "j-1", state: "ASKING", percent: 100 } },
    {
      id: "getJob",
      step: failed(),
      want: { id: "j-1", state: "BROKEN", percent: 100, problem: { code: {}, text: "string" } },
    },
    { id: "find", step: running(), want: { Code: 0, Data: { Status: "Busy", Percent: "50%" } } },
    // The document shows none: of a list, every item tells it; what was seen and is not documented comes last.
    { id: "listJobs", step: running(), want: { items: [{ id: "stringxx", state: "Busy", why: "string" }] } },
    {
      id: "listJobs",
      step: succeeded(),
      want: { items: [{ id: "stringxx", state: "Done", why: "string" }] },
    },
    {
      id: "listJobs",
      step: succeeded({ value: "Seen" }),
      want: { items: [{ id: "stringxx", state: "Seen", why: "string" }] },
    },
  ])("$id: $want", ({ id, step, want }) => {
    expect(body(id, step)).toEqual(want);
  });

  test.each([
    { id: "getJob", step: running({ progress: 40 }), want: { id: "j-1", state: "STOPPING", percent: 40 } },
    {
      id: "find",
      step: running({ progress: 40 }),
      want: { Code: 0, Data: { Status: "Busy", Percent: "40%" } },
    },
    {
      id: "getJob",
      step: succeeded({ result: { bytes: 1 } }),
      want: { id: "j-1", state: "DONE", percent: 100, output: { bytes: 1 } },
    },
    {
      id: "getJob",
      step: failed({ error: { text: "no" }, body: { percent: undefined } }),
      want: { id: "j-1", state: "BROKEN", problem: { text: "no" } },
    },
    {
      id: "listJobs",
      step: running({ error: "no" }),
      want: { items: [{ id: "stringxx", state: "Busy", why: "no" }] },
    },
    {
      id: "listJobs",
      step: running({ body: { items: [{ id: "one" }, { state: "Done" }], next: "t3" } }),
      want: {
        items: [
          { id: "one", state: "Busy", why: "string" },
          { id: "stringxx", state: "Done", why: "string" },
        ],
        next: "t3",
      },
    },
  ])("$id with more said: $want", ({ id, step, want }) => {
    expect(body(id, step)).toEqual(want);
  });
});

describe("what has expired", () => {
  test.each([
    { id: "getJob", want: { id: "j-1" } },
    { id: "find", want: { Code: 0 } },
  ])("$id: $want", ({ id, want }) => {
    expect(body(id, expired())).toEqual(want);
  });
});

test.each([
  {
    id: "getJob",
    step: canceled(),
    want: "getJob documents no status that means canceled. It documents notStarted, running,",
  },
  {
    id: "startJob",
    step: running(),
    want: "startJob tells no status. Script what it documents: startJob: answers(200).",
  },
  {
    id: "getJob",
    step: running({ value: "DONE" }),
    want: "getJob: the status DONE does not mean running. These do: BUSY, STOPPING.",
  },
  { id: "listJobs", step: running({ progress: 4 }), want: "The answers of listJobs have no progress." },
  { id: "listJobs", step: expired(), want: "listJobs is not documented to expire." },
])("$want", ({ id, step, want }) => {
  expect(() => body(id, step)).toThrow(want);
});
