import type { CallOptions } from "./client-options.ts";
import { checkRetry } from "./send/check-retry.ts";

const KNOWN = ["signal", "headers", "timeout", "totalTimeout", "retry"];

/**
 * Refuses what would be passed over in silence, for those who have no compiler to tell them.
 *
 * @throws TypeError if an option is none that there is, or out of range.
 */
export function checkCallOptions(options: CallOptions): void {
  const unknown = Object.keys(options).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) {
    throw new TypeError(`There is no option "${unknown.join('", "')}". There are: ${KNOWN.join(", ")}.`);
  }
  checkRetry(options.retry);
}
