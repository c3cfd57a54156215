import { isDeepStrictEqual } from "node:util";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { isJsonType } from "../wire/media-type.ts";
import { decodeUtf8 } from "../wire/read-json.ts";
import { type Finding, fail, pass, show } from "./finding.ts";
import type { ClientOutcome, Subject } from "./subject.ts";

/** What the client hands its caller is what the wire said: success as success, failure as failure, whole. */
export function checkClientResult({ outcome, exchange, body, documented }: Subject): Finding[] {
  const { response } = exchange;
  if (!outcome || (response && !documented)) return [];
  if (!response || body.kind === "broken") {
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
  if (body.kind === "other") return checkText(outcome, response);
  // The client parses with JSON.parse, so that is what its result is held against.
  const sent: unknown = body.kind === "none" ? undefined : JSON.parse(decodeUtf8(response.body));
  return compare(outcome, sent);
}

type Result = Extract<ClientOutcome, { kind: "result" }>;

/** What is no JSON is handed over as text, or as bytes in whatever form the client chooses. */
function checkText(outcome: Result, { headers, body }: ReceivedResponse): Finding[] {
  const type = headers.get("content-type") ?? "";
  const isText = /^text\//i.test(type) && !isJsonType(type);
  if (isText) return compare(outcome, new TextDecoder().decode(body));
  const name = outcome.ok ? "data" : "error";
  const isWhole = byteLength(outcome.body) === body.length;
  return [
    isWhole
      ? pass(`${name} as sent`)
      : fail(`${name}: ${body.length} bytes`, `${name}: ${show(outcome.body)}`),
  ];
}

function byteLength(value: unknown): number | undefined {
  if (value instanceof Blob) return value.size;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  return typeof value === "string" ? Buffer.byteLength(value) : undefined;
}

function compare({ ok, body }: Result, sent: unknown): Finding[] {
  const name = ok ? "data" : "error";
  if (isDeepStrictEqual(body, sent)) return [pass(`${name} as sent`)];
  return [fail(`${name}: ${show(sent)}`, `${name}: ${show(body)}`)];
}
