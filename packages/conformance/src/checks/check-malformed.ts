import { isObject } from "../document/json.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { parseMediaType } from "../wire/media-type.ts";
import type { ExpectedResult } from "./expected-result.ts";
import { type Finding, fail, pass, show } from "./finding.ts";
import type { ClientOutcome } from "./subject.ts";

type Result = Extract<ClientOutcome, { kind: "result" }>;

/** A client may call a body malformed if it is, and must say how, and hand over what did arrive. */
export function checkMalformed(
  { ok, body, wireStatus }: Result,
  { malformed }: ExpectedResult,
  response: ReceivedResponse,
): Finding[] {
  if (malformed === "wrong") return [fail("a result, for the body is of the documented kind", "malformed")];
  if (ok !== false) return [fail("ok: false", `ok: ${show(ok)}`)];
  if (wireStatus !== response.status)
    return [fail(`response.status: ${response.status}`, `response.status: ${show(wireStatus)}`)];
  const received = isObject(body) ? body : {};
  const text = new TextDecoder().decode(response.body);
  const mediaType = response.headers.get("content-type") ?? "";
  const reasons = reasonsFor(text, mediaType);
  const wrong = [
    ...(reasons.includes(String(received.reason)) ? [] : [said("reason", reasons, received.reason)]),
    ...(received.mediaType === mediaType ? [] : [said("mediaType", [mediaType], received.mediaType)]),
    ...(received.text === text ? [] : [said("text", [text], received.text)]),
  ];
  return wrong.length > 0 ? wrong : [pass(`malformed: ${received.reason}`)];
}

/** What may be said of a text that is none of the documented kind, where the whole of it arrived. */
function reasonsFor(text: string, mediaType: string): string[] {
  if (text === "") return ["empty"];
  const blank = text.trim() === "" ? ["empty"] : [];
  const looksSo = /^\s*</.test(text);
  const isDeclared = parseMediaType(mediaType)?.type === "text/html";
  if (looksSo && isDeclared) return ["html"];
  // Where JSON breaks off is in the eye of the beholder.
  return [...blank, ...(looksSo || isDeclared ? ["html"] : []), "truncated", "not-json"];
}

function said(name: string, expected: readonly string[], received: unknown): Finding {
  return fail(`error.${name}: ${expected.map(show).join(" or ")}`, `error.${name}: ${show(received)}`);
}
