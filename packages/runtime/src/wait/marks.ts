/**
 * What reads an answer by the marks of a long-running operation, as its description names it: apart from the rest, since
 * only what waits needs it.
 */
export { type AlsoAt, alsoAt } from "./also-at.ts";
export { type CanceledBy, canceledBy } from "./canceled-by.ts";
export { type FromJson, fromJson } from "./from-json.ts";
export { type IsForgotten, isForgotten } from "./is-forgotten.ts";
export { meanPercentAt, type ProgressPlace, percentAt } from "./percent-at.ts";
export { several } from "./several.ts";
