import { expect, test } from "vitest";
import { createVirtualClock } from "../clock.ts";
import { createThrottle } from "./throttle.ts";

test.each([
  { rate: 2, steps: [0, 0, 0, 499, 1, 0], want: [0, 0, 500, 1, 0, 500] },
  { rate: 2, steps: [0, 10_000, 0, 0], want: [0, 0, 0, 500] },
  { rate: 0.5, steps: [0, 1000, 1000], want: [0, 1000, 0] },
])("$rate a second, asked after $steps ms: $want ms to wait", ({ rate, steps, want }) => {
  const clock = createVirtualClock();
  const throttle = createThrottle(rate, clock);
  const waits = steps.map((step) => {
    clock.advance(step);
    return throttle.wait();
  });
  expect(waits).toEqual(want);
});
