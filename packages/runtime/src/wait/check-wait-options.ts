import { assertOptions, CALL, DURATION } from "../assert-options.ts";

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
  const { onWaiting = "wait", tolerate = [], interval = {} } = options as Readonly<Record<string, unknown>>;
  if (onWaiting !== "wait" && onWaiting !== "stop") {
    throw new TypeError(`onWaiting is ${JSON.stringify(onWaiting)}. It takes "wait" or "stop".`);
  }
  if (!Array.isArray(tolerate) || !tolerate.every((status) => Number.isInteger(status))) {
    throw new TypeError(`tolerate is ${JSON.stringify(tolerate)}. It takes HTTP statuses. Example: [404].`);
  }
  const isInterval = typeof interval === "object" && interval !== null;
  if (!isInterval || Object.keys(interval).some((name) => name !== "first" && name !== "max")) {
    throw new TypeError(`interval is ${JSON.stringify(interval)}. Example: { first: "1s", max: "30s" }.`);
  }
}
