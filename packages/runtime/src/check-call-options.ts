import { assertOptions, CALL } from "./assert-options.ts";
import type { CallOptions } from "./client-options.ts";
import { checkRetry } from "./send/check-retry.ts";

const KNOWN = ["signal", "headers", "timeout", "totalTimeout", "retry"];

/**
 * Refuses what would be passed over in silence, for those who have no compiler to tell them.
 *
 * @param more - what is known beside that which every call takes
 * @throws TypeError if an option is none that there is, or out of range.
 */
export function checkCallOptions(options: CallOptions, more: readonly string[] = []): void {
  assertOptions(options, [...KNOWN, ...more], CALL);
  checkRetry(options.retry, true);
}
