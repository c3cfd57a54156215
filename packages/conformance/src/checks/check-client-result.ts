import { isDeepStrictEqual } from "node:util";
import { decodeUtf8 } from "../wire/read-json.ts";
import { type Finding, fail, pass, show } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** What the client hands its caller is what the wire said: success as success, failure as failure, whole. */
export function checkClientResult({ outcome, exchange, body, documented }: Subject): Finding[] {
  const { response } = exchange;
  if (!outcome || (response && !documented)) return [];
  if (!response || body.kind === "broken" || body.kind === "other") {
    // There is nothing to hand over, and no success to report.
    const invented = outcome.kind === "result" && outcome.ok === true && typeof outcome.body === "object";
    return invented ? [fail("an error", show(outcome.body))] : [];
  }
  const ok = response.status >= 200 && response.status < 300;
  if (outcome.kind === "thrown")
    return [fail(`the answer ${response.status}`, `thrown: ${String(outcome.error)}`)];
  if (outcome.ok !== ok) return [fail(`ok: ${ok}`, `ok: ${show(outcome.ok)}`)];
  if (outcome.status !== response.status)
    return [fail(`status: ${response.status}`, `status: ${show(outcome.status)}`)];
  // The client parses with JSON.parse, so that is what its result is held against.
  const sent: unknown = body.kind === "none" ? undefined : JSON.parse(decodeUtf8(response.body));
  const name = ok ? "data" : "error";
  if (isDeepStrictEqual(outcome.body, sent)) return [pass(`${name} as sent`)];
  return [fail(`${name}: ${show(sent)}`, `${name}: ${show(outcome.body)}`)];
}
