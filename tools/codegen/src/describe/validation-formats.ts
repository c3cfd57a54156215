import type { Row } from "./validation-row.ts";

// The 29th of February, of leap years alone: every fourth but the hundreds, of which every fourth again.
const LEAP_YEAR = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
// RFC 3339 §5.6 and §5.7: `:60` is a leap second.
const DATE = `(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|${LEAP_YEAR}-02-29)`;
const TIME =
  "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";

/**
 * The formats of the OAS Format Registry and of RFC 3339 that a spec may use, as the keywords that say the same: so
 * that the runtime need not know any.
 */
export const FORMATS: Readonly<Record<string, Row>> = {
  int32: { multipleOf: 1, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  // A JSON number beyond 2^53 is no longer exact in JavaScript: that it is whole is all that can be said.
  int64: { multipleOf: 1 },
  float: {},
  double: {},
  uuid: { pattern: "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$" },
  byte: { pattern: "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$" },
  binary: {},
  password: {},
  date: { pattern: `^${DATE}$` },
  "date-time": { pattern: `^${DATE}[Tt]${TIME}$` },
};
