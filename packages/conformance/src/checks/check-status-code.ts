import { isSuccess } from "../document/documented-response.ts";
import type { Exchange } from "../wire/exchange.ts";
import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The status is the one that was asked for, and documented at all. */
export function checkStatusCode({ exchange, testCase, documented }: Subject): Finding[] {
  const asked = testCase.anyStatus ? "any status" : String(testCase.status);
  const { response, lost } = exchange;
  if (!response) return [fail(asked, lost?.message ?? "no answer")];
  const received = `${response.status}${redirection(exchange)}`;
  const isAsked = testCase.anyStatus || response.status === testCase.status;
  const isOther = testCase.anySuccess && isSuccess(response.status) && documented?.status !== "default";
  if (!documented) {
    const statuses = Object.keys(testCase.operation.responses).join(", ");
    return [fail(`one of the documented statuses: ${statuses}`, received)];
  }
  if (!isAsked && isOther) return [pass("a documented success", received)];
  return [isAsked ? pass(asked, received) : fail(asked, received)];
}

/** Where a redirect leads, which is never followed: of another host, no more than that it is one. */
function redirection({ request, response }: Exchange): string {
  const location = response?.headers.get("location");
  const isRedirect = response && response.status >= 300 && response.status < 400;
  if (!isRedirect || !location || !URL.canParse(location, request.url)) return "";
  const { origin } = new URL(location, request.url);
  const isOwn = origin === new URL(request.url).origin;
  return isOwn
    ? ", a redirect that was not followed"
    : `, a redirect to another host, ${origin}, that was refused`;
}
