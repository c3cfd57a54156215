import { describe, expect, it } from "vitest";
import { checkRetry } from "./check-retry.ts";

describe("the option retry", () => {
  it.each([
    { given: undefined },
    { given: false },
    { given: {} },
    { given: { attempts: 1, budget: 0 } },
  ] as const)("may be $given", ({ given }) => {
    expect(() => checkRetry(given)).not.toThrow();
  });

  it.each([
    { given: true, want: "retry is true. It takes false, or an object such as { attempts: 5 }." },
    { given: 5, want: "retry is 5." },
    { given: null, want: "retry is null." },
    {
      given: { retries: 5, attempts: 2 },
      want: 'There is no option "retry.retries". There are: attempts, delay, maxDelay, budget.',
    },
    { given: { attempts: 0 }, want: "retry.attempts is 0." },
    { given: { attempts: 1.5 }, want: "retry.attempts is 1.5." },
    { given: { attempts: "3" }, want: 'retry.attempts is "3".' },
    { given: { budget: -1 }, want: "retry.budget is -1." },
    { given: { budget: Number.NaN }, want: "retry.budget is NaN." },
  ])("is refused if it is $given", ({ given, want }) => {
    expect(() => checkRetry(given as object)).toThrow(want);
  });
});
