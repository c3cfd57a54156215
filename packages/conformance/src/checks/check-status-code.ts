import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The status is the one that was asked for, and documented at all. */
export function checkStatusCode({ exchange, testCase, documented }: Subject): Finding[] {
  const asked = String(testCase.status);
  const { response, lost } = exchange;
  if (!response) return [fail(asked, lost?.message ?? "no answer")];
  const received = String(response.status);
  if (!documented) {
    const statuses = Object.keys(testCase.operation.responses).join(", ");
    return [fail(`one of the documented statuses: ${statuses}`, received)];
  }
  return [received === asked ? pass(asked) : fail(asked, received)];
}
