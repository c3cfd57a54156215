import { expect, test, vi } from "vitest";
import { LONGEST_TIMER } from "../wire/longest-timer.ts";
import { systemClock } from "./clock.ts";

test.each([
  { given: 1, want: 1 },
  { given: LONGEST_TIMER, want: LONGEST_TIMER },
  { given: LONGEST_TIMER + 1, want: LONGEST_TIMER },
  { given: 1e12, want: LONGEST_TIMER },
])("$given ms are slept for $want", async ({ given, want }) => {
  vi.useFakeTimers();
  try {
    let isAwake = false;
    const slept = systemClock.sleep(given).then(() => {
      isAwake = true;
    });
    await vi.advanceTimersByTimeAsync(want - 1);
    expect(isAwake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await slept;
  } finally {
    vi.useRealTimers();
  }
});

test("nobody sleeps who was called off before", async () => {
  await expect(systemClock.sleep(LONGEST_TIMER, AbortSignal.abort())).resolves.toBeUndefined();
});
