import { expect, test } from "vitest";
import { documented, operations, service } from "../../test/mocked-jobs.ts";
import { throttling } from "../send/throttling.ts";
import { empty, html, throttled, truncated } from "./faults.ts";
import type { Act, Step } from "./step.ts";

function act(id: string, step: Step, of = service): Act {
  const operation = operations[id];
  if (!operation) throw new Error(id);
  return step.act({ service: of, operation, answers: documented[id] ?? [] });
}

const json = { "content-type": "application/json" };
const { throttling: _, ...plain } = service;

test.each([
  {
    what: "by a documented answer with a throttling code",
    id: "find",
    of: service,
    want: {
      status: 400,
      headers: { ...json, "x-wait": "1500" },
      body: '{"code":"Slow.Down","text":"string"}',
    },
  },
  {
    what: "by the documented 429",
    id: "getJob",
    of: service,
    want: { status: 429, headers: { ...json, "x-wait": "1500" }, body: '{"code":"Busy","text":"Later."}' },
  },
  {
    what: "by the service's status, with its code in another error's body",
    id: "find",
    of: { ...plain, throttling: throttling({ statuses: [509], codes: [/^Many/] }) },
    want: { status: 509, headers: { ...json, "retry-after": "2" }, body: '{"code":"Many","text":"string"}' },
  },
  {
    what: "by 429 alone",
    id: "deleteJob",
    of: plain,
    want: { status: 429, headers: { "retry-after": "2" }, body: undefined },
  },
])("throttled $what", ({ id, of, want }) => {
  expect(act(id, throttled({ retryAfter: "1500ms" }), of)).toEqual({ kind: "answer", ...want });
});

test("a page", () => {
  expect(act("getJob", html(502))).toMatchObject({
    status: 502,
    headers: { "content-type": "text/html" },
    body: expect.stringMatching(/^<!doctype html>/),
  });
});

test.each([
  { id: "startJob", want: '{"id":"j-1","' },
  { id: "listJobs", want: '{"items":[{"id":"stringxx","st' },
])("half of what $id answers", ({ id, want }) => {
  expect(act(id, truncated())).toMatchObject({ kind: "answer", body: expect.stringContaining(want) });
  expect(() => JSON.parse((act(id, truncated()) as { body: string }).body)).toThrow();
});

test("nothing that could be cut off", () => {
  expect(() => act("deleteJob", truncated())).toThrow(
    "The successes of deleteJob are no JSON that could be cut off.",
  );
});

test("no body", () => {
  expect(act("startJob", empty())).toMatchObject({ status: 202, body: undefined });
});

test("a wrong hint", () => {
  expect(() => throttled({ retryAfter: -1 })).toThrow("retryAfter is -1.");
});
