import { describe, expect, test } from "vitest";
import { outgoing, received } from "../../test/messages.ts";
import { createVirtualClock, type VirtualClock } from "../sandbox/clock.ts";
import { createLimiter } from "./limit-sends.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

const A = outgoing("http://a.invalid/");

/** A server that counts what arrives, and answers after so many milliseconds. */
function countingServer(clock: VirtualClock, latency: number) {
  const arrivals: number[] = [];
  let underWay = 0;
  let most = 0;
  const send = async () => {
    arrivals.push(clock.now());
    underWay += 1;
    most = Math.max(most, underWay);
    await clock.sleep(latency);
    underWay -= 1;
    return received();
  };
  return { send, arrivals, most: () => most };
}

async function flow(clock: VirtualClock, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 10) {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    clock.advance(10);
  }
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

describe("the rate and the concurrency of a host are never exceeded", () => {
  test.each([
    { rate: 5, concurrency: 1, latency: 0 },
    { rate: 5, concurrency: 4, latency: 900 },
    { rate: 20, concurrency: 2, latency: 30 },
    { rate: 0.5, concurrency: 3, latency: 10 },
    { rate: 7, concurrency: 1, latency: 250 },
  ])(
    "$rate a second, $concurrency at once, answers after $latency ms",
    async ({ rate, concurrency, latency }) => {
      const clock = createVirtualClock();
      const server = countingServer(clock, latency);
      const polite = createLimiter({ ...DEFAULT_LIMITS, rate, concurrency }, { clock }).wrap(server.send);
      const asked = Array.from({ length: 30 }, () => polite(A));
      await flow(clock, 70_000);
      await Promise.all(asked);
      expect(server.arrivals).toHaveLength(30);
      expect(server.most()).toBeLessThanOrEqual(concurrency);
      const busiest = server.arrivals.map(
        (from) => server.arrivals.filter((at) => at >= from && at < from + 1000).length,
      );
      expect(Math.max(...busiest)).toBeLessThanOrEqual(Math.ceil(rate));
      const gaps = server.arrivals.slice(1).map((at, index) => at - (server.arrivals[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000 / rate - 1e-6);
    },
  );

  test("each host has its own", async () => {
    const clock = createVirtualClock();
    const server = countingServer(clock, 0);
    const polite = createLimiter({ ...DEFAULT_LIMITS, rate: 1 }, { clock }).wrap(server.send);
    const asked = [polite(A), polite(outgoing("http://b.invalid/"))];
    await flow(clock, 20);
    await Promise.all(asked);
    expect(server.arrivals).toHaveLength(2);
  });
});

describe("the budget", () => {
  test("is kept exactly, whoever asks at once", async () => {
    const clock = createVirtualClock();
    const server = countingServer(clock, 10);
    const limiter = createLimiter({ ...DEFAULT_LIMITS, budget: 7, rate: 1000, concurrency: 5 }, { clock });
    const polite = limiter.wrap(server.send);
    const asked = Promise.allSettled(Array.from({ length: 20 }, () => polite(A)));
    await flow(clock, 1000);
    const outcomes = await asked;
    expect(server.arrivals).toHaveLength(7);
    expect([limiter.sent, limiter.isSpent]).toEqual([7, true]);
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused.map((one) => (one as PromiseRejectedResult).reason.message)).toEqual(
      Array(13).fill("not sent: the budget of 7 requests is spent"),
    );
  });

  test("is not touched by what an interruption held back", async () => {
    const clock = createVirtualClock();
    const server = countingServer(clock, 0);
    const stop = new AbortController();
    const limiter = createLimiter({ ...DEFAULT_LIMITS, rate: 1 }, { clock, signal: stop.signal });
    const polite = limiter.wrap(server.send);
    const asked = Promise.allSettled([polite(A), polite(A)]);
    await flow(clock, 100);
    stop.abort();
    await flow(clock, 100);
    const [, second] = await asked;
    expect(second).toMatchObject({ status: "rejected", reason: { name: "Interrupted" } });
    expect([server.arrivals.length, limiter.sent]).toEqual([1, 1]);
  });
});
