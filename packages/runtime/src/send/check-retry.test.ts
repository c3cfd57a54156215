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
    {
      given: true,
      want: "retry is [object Boolean]. It takes an object with: attempts, delay, maxDelay, budget.",
    },
    { given: 5, want: "retry is 5." },
    { given: null, want: "retry is [object Null]." },
    {
      given: { retries: 5, attempts: 2 },
      want: 'There is no option "retry.retries". There are: attempts, delay, maxDelay, budget.',
    },
    { given: { attempts: 0 }, want: "retry.attempts is 0." },
    { given: { attempts: 1.5 }, want: "retry.attempts is 1.5." },
    {
      given: { attempts: "3" },
      want: "retry.attempts is [object String]. It takes a whole number from 1 on.",
    },
    { given: { budget: -1 }, want: "retry.budget is -1." },
    { given: { budget: Number.NaN }, want: "retry.budget is NaN." },
    // What the engine would refuse in its own words.
    { given: 5n, want: "retry is [object BigInt]." },
    { given: () => 5, want: "retry is [object Function]." },
    { given: { attempts: Object.create(null) }, want: "retry.attempts is [object Object]." },
    { given: { budget: Symbol("5") }, want: "retry.budget is [object Symbol]." },
    { given: { delay: 5n }, want: "retry.delay is [object BigInt]. It takes milliseconds above zero," },
    { given: { maxDelay: Symbol("5s") }, want: "retry.maxDelay is [object Symbol]." },
  ])("is refused if it is $given", ({ given, want }) => {
    expect(() => checkRetry(given as object)).toThrow(TypeError);
    expect(() => checkRetry(given as object)).toThrow(want);
  });

  it("of a call has no budget, which is the client's", () => {
    expect(() => checkRetry({ attempts: 2 }, true)).not.toThrow();
    expect(() => checkRetry({ budget: 2 }, true)).toThrow(
      new TypeError('There is no option "retry.budget". There are: attempts, delay, maxDelay.'),
    );
  });
});
