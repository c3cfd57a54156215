import { describe, expect, test } from "vitest";
import { caseOf, document, documentOf } from "../../test/acme-jobs.ts";
import { outgoing, received } from "../../test/messages.ts";
import type { Caller } from "../run/caller.ts";
import type { Clock } from "../sandbox/clock.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import type { Send } from "../wire/send.ts";
import { NotAllowed } from "./guard-sends.ts";
import { BudgetSpent } from "./limit-sends.ts";
import { retryHint } from "./retry-hint.ts";
import { retryReads } from "./retry-reads.ts";

const NOW = Date.UTC(2026, 10, 22, 7, 0, 0);

const direct: Caller = async (_, send) => {
  await send(outgoing("http://a.invalid/")).catch(() => undefined);
  return undefined;
};

/** The waits between the requests, for a service that answers so, one after the other. */
async function waitsOf(
  operation: string,
  name: string,
  answers: (ReceivedResponse | Error)[],
  random = 0.5,
  from = document,
) {
  const waits: number[] = [];
  let sent = 0;
  const clock: Clock = {
    now: () => NOW,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  };
  const send: Send = async () => {
    const answer = answers[Math.min(sent, answers.length - 1)] as ReceivedResponse | Error;
    sent += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const call = retryReads(direct, { document: from, retries: 2, clock, random: () => random });
  await call(caseOf(operation, name, from), send);
  return { waits, sent };
}

const answer = (status: number, headers: Record<string, string> = {}) => received(status, headers);

describe("a read is asked again", () => {
  test.each([
    { name: "twice at the most, after half of a doubling wait", answers: [answer(429)], want: [250, 500] },
    { name: "until it is answered", answers: [answer(503), answer(200)], want: [250] },
    { name: "not after an answer", answers: [answer(200)], want: [] },
    { name: "not after an error that stays", answers: [answer(404)], want: [] },
    { name: "not after a server error that may stay", answers: [answer(500)], want: [] },
    { name: "where the connection broke", answers: [new TypeError("reset"), answer(200)], want: [250] },
    { name: "not where the budget is spent", answers: [new BudgetSpent("spent")], want: [] },
    { name: "not where it was not allowed", answers: [new NotAllowed("no")], want: [] },
    {
      name: "not before the seconds that are asked for",
      answers: [answer(429, { "retry-after": "3" }), answer(200)],
      want: [3250],
    },
    {
      name: "not before the date that is asked for",
      answers: [answer(503, { "retry-after": "Sun, 22 Nov 2026 07:00:10 GMT" }), answer(200)],
      want: [10_250],
    },
    {
      name: "not where the service asks for too long",
      answers: [answer(429, { "retry-after": "3600" })],
      want: [],
    },
  ])("$name", async ({ answers, want }) => {
    expect(await waitsOf("getJob", "200 succeeded", answers)).toEqual({ waits: want, sent: want.length + 1 });
  });

  test.each([
    { random: 0, want: [0, 0] },
    { random: 0.999, want: [499.5, 999] },
  ])("with full jitter: $random", async ({ random, want }) => {
    expect((await waitsOf("getJob", "200 succeeded", [answer(429)], random)).waits).toEqual(want);
  });
});

test.each([answer(429), answer(503), new TypeError("reset")])(
  "what is no read is asked once",
  async (given) => {
    expect(await waitsOf("startJob", "202 accepted", [given])).toEqual({ waits: [], sent: 1 });
  },
);

describe("the vendor's own hint", () => {
  const throttled = (unit: string) =>
    documentOf(
      {},
      {},
      { root: { "x-throttling": { codes: ["Slow*"], retryAfter: { header: "x-acme-wait", unit } } } },
    );
  const received = (headers: Record<string, string>): ReceivedResponse => ({
    status: 429,
    headers: new Headers(headers),
    body: new Uint8Array(),
  });
  test.each([
    { unit: "ms", headers: { "x-acme-wait": "1500" }, want: 1500 },
    { unit: "s", headers: { "x-acme-wait": "2" }, want: 2000 },
    { unit: "ms", headers: { "x-acme-wait": "10", "retry-after": "9" }, want: 10 },
    { unit: "ms", headers: { "retry-after": "9" }, want: 9000 },
    { unit: "ms", headers: { "x-acme-wait": "soon" }, want: undefined },
    { unit: "ms", headers: {}, want: undefined },
  ])("$unit $headers: $want", ({ unit, headers, want }) => {
    expect(retryHint(throttled(unit), received(headers as Record<string, string>), NOW)).toBe(want);
  });
});
