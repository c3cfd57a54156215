import { describe, expect, test } from "vitest";
import { bench, caseOf, findingsOf, json, judgeAnswer, VENDOR } from "../../test/acme-jobs.ts";
import type { Answer } from "../sandbox/answer.ts";
import type { ClientOutcome } from "./subject.ts";

const HEALTH = caseOf("getHealth", "200 example");
const NOT_FOUND = caseOf("getJob", "404 JobNotFound");

const result = (ok: unknown, status: unknown, body?: unknown): ClientOutcome => ({
  kind: "result",
  ok,
  status,
  body,
});

async function judgeOutcome(testCase: typeof HEALTH, answer: Answer, outcome: ClientOutcome) {
  const call: typeof bench.call = async (asked, fetch) => {
    await bench.call(asked, fetch);
    return outcome;
  };
  return findingsOf(await judgeAnswer(testCase, answer, { ...bench, call, timeout: 20 }), "client-result");
}

describe("a success", () => {
  const body = { healthy: true, big: Number("9007199254740993") };
  test.each<{ given: ClientOutcome; want: unknown[] }>([
    { given: result(true, 200, body), want: ["pass", "data as sent", "data as sent"] },
    { given: result(false, 200, body), want: ["fail", "ok: true", "ok: false"] },
    { given: result(1, 200, body), want: ["fail", "ok: true", "ok: 1"] },
    { given: result(undefined, 200, body), want: ["fail", "ok: true", "ok: nothing"] },
    { given: result(true, "200", body), want: ["fail", "status: 200", 'status: "200"'] },
    {
      given: result(true, 200, { healthy: true }),
      want: ["fail", `data: ${JSON.stringify(body)}`, 'data: {"healthy":true}'],
    },
    {
      given: result(true, 200, JSON.stringify(body)),
      want: ["fail", `data: ${JSON.stringify(body)}`, `data: ${JSON.stringify(JSON.stringify(body))}`],
    },
    { given: result(true, 200), want: ["fail", `data: ${JSON.stringify(body)}`, "data: nothing"] },
    {
      given: { kind: "thrown", error: new TypeError("boom") },
      want: ["fail", "the answer 200", "thrown: TypeError: boom"],
    },
  ])("$given", async ({ given, want }) => {
    expect(await judgeOutcome(HEALTH, json(200, body), given)).toEqual([want]);
  });
});

describe("a failure", () => {
  const body = { code: "JobNotFound" };
  test.each<{ given: ClientOutcome; want: unknown[] }>([
    { given: result(false, 404, body), want: ["pass", "error as sent", "error as sent"] },
    { given: result(true, 404, body), want: ["fail", "ok: false", "ok: true"] },
    { given: result(false, 500, body), want: ["fail", "status: 404", "status: 500"] },
    { given: result(false, 404), want: ["fail", 'error: {"code":"JobNotFound"}', "error: nothing"] },
    {
      given: { kind: "thrown", error: "404" },
      want: ["fail", "the answer 404", "thrown: 404"],
    },
  ])("$given", async ({ given, want }) => {
    expect(await judgeOutcome(NOT_FOUND, json(404, body, VENDOR), given)).toEqual([want]);
  });
});

describe("what is no JSON", () => {
  const text: Answer = { status: 200, headers: { "content-type": "text/plain" }, body: "Grüße" };
  test.each<{ on: [string, string]; answer: Answer; given: ClientOutcome; want: unknown[][] }>([
    {
      on: ["getLog", "200 example"],
      answer: text,
      given: result(true, 200, "Grüße"),
      want: [["pass", "data as sent", "data as sent"]],
    },
    {
      on: ["getLog", "200 example"],
      answer: text,
      given: result(true, 200, { text: "Grüße" }),
      want: [["fail", 'data: "Grüße"', 'data: {"text":"Grüße"}']],
    },
    {
      on: ["getLog", "200 example"],
      answer: text,
      given: result(false, 200, "Grüße"),
      want: [["fail", "ok: true", "ok: false"]],
    },
    {
      on: ["getLog", "200 example"],
      answer: { ...text, headers: { "content-type": "application/octet-stream" } },
      given: result(true, 200, new Blob(["Grüße"])),
      want: [["pass", "data as sent", "data as sent"]],
    },
    {
      on: ["getLog", "200 example"],
      answer: { ...text, headers: { "content-type": "application/octet-stream" } },
      given: result(true, 200, new ArrayBuffer(1)),
      want: [["fail", "data: 7 bytes", "data: {}"]],
    },
    {
      on: ["cancelJob", "204"],
      answer: { status: 204, headers: {} },
      given: result(true, 204),
      want: [["pass", "data as sent", "data as sent"]],
    },
    {
      on: ["cancelJob", "204"],
      answer: { status: 204, headers: {} },
      given: result(true, 204, {}),
      want: [["fail", "data: nothing", "data: {}"]],
    },
  ])("$on.0 $given", async ({ on: [operation, name], answer, given, want }) => {
    expect(await judgeOutcome(caseOf(operation, name), answer, given)).toEqual(want);
  });
});

describe("nothing to hand over", () => {
  const broken = json(200, '{"healthy":');
  test.each<{ name: string; answer: Answer; given: ClientOutcome; want: unknown[][] }>([
    { name: "broken JSON, thrown", answer: broken, given: { kind: "thrown", error: "x" }, want: [] },
    {
      name: "broken JSON, mended",
      answer: broken,
      given: result(true, 200, { healthy: true }),
      want: [["fail", "an error", '{"healthy":true}']],
    },
    {
      name: "no answer, invented",
      answer: { ...broken, fault: "reset" },
      given: result(true, 200, {}),
      want: [["fail", "an error", "{}"]],
    },
    {
      name: "no answer, thrown",
      answer: { ...broken, fault: "hang" },
      given: { kind: "thrown", error: "x" },
      want: [],
    },
    { name: "an undocumented status", answer: json(418, {}), given: result(false, 418, 0), want: [] },
  ])("$name", async ({ answer, given, want }) => {
    expect(await judgeOutcome(HEALTH, answer, given)).toEqual(want);
  });
});

test("nothing is said where no client is under test", async () => {
  expect(findingsOf(await judgeAnswer(HEALTH, json(200, { healthy: true })), "client-result")).toEqual([]);
});
