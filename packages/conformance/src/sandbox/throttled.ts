import type { Document } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import type { Answer } from "./answer.ts";
import type { Violation } from "./violation.ts";

/** That somebody asks too often. */
export const TOO_OFTEN: Violation = {
  mistake: "throttled",
  at: "the rate of requests",
  expected: "no more of them than the sandbox was told to let pass",
  received: "one more",
};

/** An answer with the header that says when to ask again: the one that the document names, or `Retry-After`. */
export function withRetryHint({ root }: Document, answer: Answer, milliseconds: number): Answer {
  const throttling = isObject(root["x-throttling"]) ? root["x-throttling"] : {};
  const hint = isObject(throttling.retryAfter) ? throttling.retryAfter : { header: "retry-after", unit: "s" };
  const wait = hint.unit === "ms" ? milliseconds : Math.ceil(milliseconds / 1000);
  return { ...answer, headers: { ...answer.headers, [String(hint.header).toLowerCase()]: String(wait) } };
}
