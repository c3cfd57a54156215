import { assertOptions, DURATION, type Shape } from "../assert-options.ts";
import type { RetryOptions } from "./retry-policy.ts";

const SHAPES: Readonly<Record<string, Shape>> = {
  attempts: [(value) => Number.isInteger(value) && (value as number) > 0, "a whole number from 1 on"],
  delay: DURATION,
  maxDelay: DURATION,
  budget: [(value) => typeof value === "number" && value >= 0, "a number from 0 on"],
};

/**
 * @param isOfCall - whether they are of one call: those of a client share its budget
 * @throws TypeError if an option is none that there is, or a number is out of range.
 */
export function checkRetry(options: false | RetryOptions | undefined, isOfCall = false): void {
  if (options === false || options === undefined) return;
  const known = Object.keys(SHAPES).filter((name) => !isOfCall || name !== "budget");
  assertOptions(options, known, SHAPES, "retry.");
}
