import { describe, expect, it, vi } from "vitest";
import { loadPart } from "../load-part.ts";
import { createVirtualClock } from "./virtual-clock.ts";

describe("a virtual clock", () => {
  it("passes the time of a sleep at once, and wakes in order", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const clock = createVirtualClock(1_000);
    const woken: string[] = [];
    const sleep = async (name: string, milliseconds: number) => {
      await clock.sleep(milliseconds);
      woken.push(`${name} ${clock.now()}`);
    };
    await Promise.all([sleep("day", 86_400_000), sleep("hour", 3_600_000), sleep("none", 0)]);
    expect(woken).toEqual(["none 1000", "hour 3601000", "day 86401000"]);
    expect(timers.mock.calls.filter(([, delay = 0]) => delay > 0)).toEqual([]);
    timers.mockRestore();
  });

  it("lets a sleeper who was woken go to sleep again before the next one wakes", async () => {
    const clock = createVirtualClock(0);
    const woken: number[] = [];
    const often = async () => {
      for (let n = 0; n < 4; n++) {
        await clock.sleep(10);
        // Some turns of the event loop's microtasks, as calls take.
        for (let turn = 0; turn < 20; turn++) await undefined;
        woken.push(clock.now());
      }
    };
    await Promise.all([often(), clock.sleep(25).then(() => woken.push(clock.now()))]);
    expect(woken).toEqual([10, 20, 25, 30, 40]);
  });

  it("aborts time-outs that a sleep passes, and no others", async () => {
    const clock = createVirtualClock();
    const soon = clock.timeout(10);
    const late = clock.timeout(30);
    await clock.sleep(20);
    expect(soon.reason).toMatchObject({ name: "TimeoutError" });
    expect(late.aborted).toBe(false);
  });

  it("moves for nobody who does not sleep", async () => {
    const clock = createVirtualClock(5);
    const signal = clock.timeout(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([clock.now(), signal.aborted]).toEqual([5, false]);
  });

  it("rejects a sleep with the reason of its signal, before and during it", async () => {
    const clock = createVirtualClock(0);
    await expect(clock.sleep(10, AbortSignal.abort("before"))).rejects.toBe("before");
    const controller = new AbortController();
    const sleep = clock.sleep(10, controller.signal);
    controller.abort("during");
    await expect(sleep).rejects.toBe("during");
    expect(clock.now()).toBe(0);
    // A sleep can be ended by a time-out of the same clock.
    await expect(clock.sleep(1_000, clock.timeout(10))).rejects.toMatchObject({ name: "TimeoutError" });
    expect(clock.now()).toBe(10);
  });

  it("moves by hand", async () => {
    const clock = createVirtualClock(0);
    const signal = clock.timeout(1_000);
    clock.advance(999);
    expect([clock.now(), signal.aborted]).toEqual([999, false]);
    clock.advance(1);
    expect([clock.now(), signal.aborted]).toEqual([1_000, true]);
    clock.advance(0);
    clock.advance("10m");
    expect(clock.now()).toBe(601_000);
  });

  it.each([
    {
      given: () => createVirtualClock(0).advance(Number.NaN),
      want: "advance() is null. It takes milliseconds",
    },
    { given: () => createVirtualClock(0).advance("soon" as "1s"), want: 'advance() is "soon".' },
    { given: () => createVirtualClock(Number.NaN), want: "now is NaN." },
    { given: () => createVirtualClock("2026-01-01" as never), want: 'now is "2026-01-01".' },
    { given: () => createVirtualClock(new Date(0) as never), want: "It takes milliseconds since 1970." },
  ])("takes no other time: $want", ({ given, want }) => {
    expect(given).toThrow(want);
  });
});

it("no time passes while a part is being loaded", async () => {
  const clock = createVirtualClock(0);
  let finish = () => {};
  const loading = loadPart(
    new Promise<void>((resolve) => {
      finish = resolve;
    }),
  );
  const slept = clock.sleep(1000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now()).toBe(0);
  finish();
  await loading;
  await slept;
  expect(clock.now()).toBe(1000);
});
