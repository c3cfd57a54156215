import { describe, expect, test } from "vitest";
import { createVirtualClock, systemClock } from "../clock.ts";
import { createAdjustableClock } from "./adjustable-clock.ts";

const HOUR = 3_600_000;

test("over the machine's clock, it is ahead of it", () => {
  const clock = createAdjustableClock(systemClock);
  clock.advance(HOUR);
  clock.advance(HOUR);
  expect(clock.offset()).toBe(2 * HOUR);
  expect(Math.abs(clock.now() - Date.now() - 2 * HOUR)).toBeLessThan(5000);
});

test("over a virtual clock, that one goes on", () => {
  const own = createVirtualClock(0);
  const clock = createAdjustableClock(own);
  clock.advance(HOUR);
  clock.adjust(5);
  expect([own.now(), clock.now(), clock.offset()]).toEqual([HOUR, HOUR, 0]);
});

describe("a sleeper", () => {
  test.each([systemClock, createVirtualClock()])("wakes up when so much time was let pass", async (own) => {
    const clock = createAdjustableClock(own);
    const order: string[] = [];
    const slept = clock.sleep(2 * HOUR).then(() => order.push("woke up"));
    clock.advance(HOUR);
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push("an hour");
    clock.advance(HOUR);
    await slept;
    expect(order).toEqual(["an hour", "woke up"]);
  });

  test.each([{ before: true }, { before: false }])("wakes up for its signal: $before", async ({ before }) => {
    const clock = createAdjustableClock(systemClock);
    const controller = new AbortController();
    if (before) controller.abort();
    const slept = clock.sleep(HOUR, controller.signal);
    controller.abort();
    expect(await slept).toBeUndefined();
  });
});
