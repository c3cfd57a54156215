import { assertOptions } from "../assert-options.ts";
import { shown } from "../shown.ts";
import type { RetryOptions } from "./retry-policy.ts";

const KNOWN = ["attempts", "delay", "maxDelay", "budget"];

/** @throws TypeError if an option is none that there is, or a number is out of range. */
export function checkRetry(options: false | RetryOptions | undefined): void {
  if (options === false || options === undefined) return;
  if (typeof options !== "object" || options === null) {
    throw new TypeError(
      `retry is ${JSON.stringify(options)}. It takes false, or an object such as { attempts: 5 }.`,
    );
  }
  assertOptions(options, KNOWN, {}, "retry.");
  const { attempts = 1, budget = 0 } = options;
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw new TypeError(
      `retry.attempts is ${shown(attempts)}. It takes a whole number from 1 on. Example: { attempts: 5 }.`,
    );
  }
  if (!(typeof budget === "number" && budget >= 0)) {
    throw new TypeError(
      `retry.budget is ${shown(budget)}. It takes a number from 0 on. Example: { budget: 20 }.`,
    );
  }
}
