import { assertOptions, CALL, DURATION } from "../assert-options.ts";
import { checkRetry } from "../send/check-retry.ts";
import type { RetryOptions } from "../send/retry-policy.ts";

const SETTLE = [
  "deadline",
  "interval",
  "onWaiting",
  "tolerate",
  "cancel",
  "signal",
  "headers",
  "timeout",
  "totalTimeout",
];
const OF_RUN = ["to", "retry"];

/**
 * Refuses what would be passed over in silence, for those who have no compiler to tell them.
 *
 * @throws TypeError if an option is none that there is, or has none of its values.
 */
export function checkWaitOptions(method: "settle" | "run", options: object = {}): void {
  const known = method === "run" ? [...SETTLE, ...OF_RUN] : SETTLE;
  assertOptions(options, known, { ...CALL, deadline: DURATION });
  const {
    onWaiting = "wait",
    tolerate = [],
    interval = {},
    retry,
  } = options as Readonly<Record<string, unknown>>;
  if (onWaiting !== "wait" && onWaiting !== "stop") {
    throw new TypeError(`onWaiting is ${JSON.stringify(onWaiting)}. It takes "wait" or "stop".`);
  }
  if (!Array.isArray(tolerate) || !tolerate.every((status) => Number.isInteger(status))) {
    throw new TypeError(`tolerate is ${JSON.stringify(tolerate)}. It takes HTTP statuses. Example: [404].`);
  }
  assertOptions(interval, ["first", "max"], {}, "interval.");
  checkRetry(retry as RetryOptions, true);
}
