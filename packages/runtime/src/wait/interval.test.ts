import { describe, expect, it } from "vitest";
import { withLoopback } from "../../test/loopback.ts";
import { connectTo, getJob, service } from "../../test/waiting.ts";
import { connect } from "../connection.ts";
import { createInterval } from "./interval.ts";
import { settle } from "./settle.ts";

const times = (count: number, interval = createInterval()) =>
  Array.from({ length: count }, (_, index) => interval(index + 1));

describe("the time between two polls", () => {
  it("grows from one second to thirty, spread by a fifth", () => {
    const middles = [
      1_000, 1_500, 2_250, 3_375, 5_062.5, 7_593.75, 11_390.6, 17_085.9, 25_628.9, 30_000, 30_000,
    ];
    for (const [index, middle] of middles.entries()) {
      const tries = Array.from({ length: 200 }, () => createInterval()(index + 1));
      expect(Math.min(...tries)).toBeGreaterThanOrEqual(middle * 0.8 - 1);
      expect(Math.max(...tries)).toBeLessThanOrEqual(middle * 1.2 + 1);
      expect(new Set(tries).size).toBeGreaterThan(100);
    }
    expect(createInterval()(10_000)).toBeGreaterThan(20_000);
  });

  it.each([
    { given: { first: 1 } },
    { given: { first: 1, max: 1 } },
    { given: { first: "250ms", max: "250ms" } },
    { given: { max: "1ms" } },
  ] as const)("is never below 250 ms: $given", ({ given }) => {
    for (const time of times(50, createInterval(given))) expect(time).toBeGreaterThan(250);
  });

  const retry = (headers: HeadersInit) => Response.json({ state: "RUN" }, { headers });
  it.each([
    { given: { "retry-after": "120" }, want: 120_000 },
    { given: { "x-wait-ms": "90500" }, want: 90_500 },
    {
      given: { "retry-after": "Sun, 22 Nov 2026 12:02:00 GMT", date: "Sun, 22 Nov 2026 12:00:00 GMT" },
      want: 120_000,
    },
    // Less than the interval, more than timers count, and nonsense: it is the interval, and never nothing.
    { given: { "retry-after": "0" }, want: undefined },
    { given: { "retry-after": "soon" }, want: undefined },
  ])("is what the service asks for, if that is more: $given", async ({ given, want }) => {
    const { connection, sent } = connectTo([retry(given), { state: "DONE" }]);
    await settle(connection, getJob, { jobId: "j1" }, { deadline: "1h" });
    const between = (sent[1]?.at ?? 0) - (sent[0]?.at ?? 0);
    if (want === undefined) expect(between).toBeGreaterThanOrEqual(800);
    else expect(between).toBe(want);
    if (want === undefined) expect(between).toBeLessThanOrEqual(1_200);
  });

  it("is what a refusal asks for, too", async () => {
    const busy = Response.json({}, { status: 429, headers: { "retry-after": "60" } });
    const { connection, sent } = connectTo([{ state: "RUN" }, busy, { state: "DONE" }]);
    await settle(connection, getJob, { jobId: "j1" }, { deadline: "1h" });
    expect((sent[2]?.at ?? 0) - (sent[1]?.at ?? 0)).toBe(60_000);
  });

  it("is held against a hint that no timer can count", async () => {
    const { connection, clock } = connectTo([retry({ "retry-after": "99999999999" }), { state: "DONE" }]);
    const begun = clock.now();
    const wait = settle(connection, getJob, { jobId: "j1" }, { deadline: "1h" });
    await expect(wait).rejects.toMatchObject({ reason: "deadline", operation: "getJob" });
    expect(clock.now() - begun).toBe(3_600_000);
  });

  it("is no shorter on a real clock, from start to start", async () => {
    const starts: number[] = [];
    const serve = async () => {
      starts.push(performance.now());
      return Response.json({ state: starts.length < 5 ? "RUN" : "DONE" });
    };
    await withLoopback(serve, (baseUrl) =>
      settle(
        connect(service, { baseUrl }),
        getJob,
        { jobId: "j1" },
        { deadline: "1m", interval: { max: 1 } },
      ),
    );
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(gaps).toHaveLength(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(250);
  });

  const states = ["RUN", "NEW", "ASK", "WHAT", undefined];
  it.each(states)("holds for all states and failures, retries included: %s", async (state) => {
    const steps = [{ state }, Response.json({}, { status: 503 }), new TypeError("fetch failed"), { state }];
    const { connection, sent } = connectTo([steps[0] ?? {}, ...steps, ...steps, ...steps]);
    const wait = settle(
      connection,
      getJob,
      { jobId: "j1" },
      { deadline: "1m", interval: { first: 1, max: 1 } },
    );
    await expect(wait).rejects.toMatchObject({ reason: "deadline" });
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(250);
    expect(gaps.length).toBeGreaterThan(200);
  });
});
