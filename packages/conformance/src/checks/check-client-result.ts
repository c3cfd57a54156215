import { isDeepStrictEqual } from "node:util";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { checkMalformed } from "./check-malformed.ts";
import { type ExpectedResult, expectedResult } from "./expected-result.ts";
import { type Finding, fail, pass, show } from "./finding.ts";
import type { ClientOutcome, Subject } from "./subject.ts";

/** What the client hands its caller is what the wire said: success as success, failure as failure, whole. */
export function checkClientResult(subject: Subject): Finding[] {
  const { outcome, exchange } = subject;
  const { response } = exchange;
  if (!outcome) return [];
  if (!response) return checkNothing(outcome);
  const expected = expectedResult(subject, response);
  if (!expected) return [];
  if (outcome.kind === "thrown")
    return [fail(`the answer ${response.status}`, `thrown: ${String(outcome.error)}`)];
  if (outcome.status === "malformed") return checkMalformed(outcome, expected, response);
  if (expected.malformed === "right") {
    return [fail('status: "malformed", for the body is none of the documented kind', shape(outcome))];
  }
  return checkWhole(outcome, expected, response);
}

type Result = Extract<ClientOutcome, { kind: "result" }>;

// There is nothing to hand over, and no success to report.
function checkNothing(outcome: ClientOutcome): Finding[] {
  const invented = outcome.kind === "result" && outcome.ok === true;
  return invented ? [fail("an error", shape(outcome))] : [];
}

function checkWhole(
  outcome: Result,
  { ok, values, orBytes }: ExpectedResult,
  response: ReceivedResponse,
): Finding[] {
  const { status, body } = response;
  if (typeof outcome.ok !== "boolean" || (ok !== undefined && outcome.ok !== ok))
    return [fail(`ok: ${ok ?? "true or false"}`, `ok: ${show(outcome.ok)}`)];
  if (outcome.status !== status) return [fail(`status: ${status}`, `status: ${show(outcome.status)}`)];
  const name = outcome.ok ? "data" : "error";
  const isWhole =
    values.some((value) => isDeepStrictEqual(outcome.body, value)) ||
    (orBytes && byteLength(outcome.body) === body.length);
  if (isWhole) return [pass(`${name} as sent`)];
  const sent = [...values.map(show), ...(orBytes ? [`${body.length} bytes`] : [])];
  return [fail(`${name}: ${sent.join(" or ")}`, `${name}: ${show(outcome.body)}`)];
}

// Bytes are handed over in whatever form the client chooses.
function byteLength(value: unknown): number | undefined {
  if (value instanceof Blob) return value.size;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  return typeof value === "string" ? Buffer.byteLength(value) : undefined;
}

function shape({ ok, status, body }: Result): string {
  return `ok: ${show(ok)}, status: ${show(status)}, ${ok === true ? "data" : "error"}: ${show(body)}`;
}
