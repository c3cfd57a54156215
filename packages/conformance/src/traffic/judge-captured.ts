import type { checks } from "../checks/checks.ts";
import { type Finding, fail, pass, saidAt } from "../checks/finding.ts";
import { createSubject, type Subject, type SubjectInput } from "../checks/subject.ts";
import type { Document } from "../document/document.ts";
import { type Judged, judge } from "../run/run-case.ts";
import { findOperation } from "../sandbox/find-operation.ts";
import type { Violation } from "../sandbox/violation.ts";
import type { Validators } from "../schema/run-validators.ts";
import { answerChecks } from "./answer-checks.ts";
import type { Captured, Unjudged } from "./captured.ts";
import { observedCase, withCode } from "./observed-case.ts";

/** What traffic is judged by. */
export interface TrafficBench {
  readonly document: Document;
  readonly validators: Validators;
}

/** What the checks say of an exchange that nobody asked for. */
export interface JudgedExchange {
  readonly captured: Captured;
  readonly judged: readonly Judged[];
  readonly input: SubjectInput;
}

/** No documented operation has the path, or the method there. */
export interface Undocumented {
  readonly undocumented: string;
}

/** Judges one exchange by the document alone: its answer in full, its request as far as it can be known. */
export function judgeCaptured(
  { document, validators }: TrafficBench,
  captured: Captured,
): JudgedExchange | Undocumented | Unjudged {
  const { exchange } = captured;
  const { request, response } = exchange;
  const { operation } = findOperation(document, request);
  const url = new URL(request.url);
  if (!operation) return { undocumented: `${request.method} ${withoutIds(url.pathname)}` };
  const { testCase, violations } = observedCase(document, validators, operation, exchange);
  const subject = withCode(createSubject({ document, validators, testCase, baseUrl: url.origin, exchange }));
  // RFC 9110 §15.4.5: that is between a cache and the service, and whoever asked is given what is in the cache.
  if (response?.status === 304 && !subject.documented)
    return { unjudged: "not modified: a cache had the body" };
  const sent = checkSent(subject, captured, violations);
  const judged = judge(withoutLostBody(subject, captured), checksFor(subject, captured));
  const { documented: _, mediaType: _media, body: _body, ...input } = subject;
  return {
    captured,
    judged: [...(sent.length > 0 ? [{ check: "request" as const, findings: sent }] : []), ...judged],
    input,
  };
}

/** What the service refused is no news: that it did so is as documented or not. */
function checkSent(
  { testCase: { operation, status }, document }: Subject,
  { requestBody }: Captured,
  violations: readonly Violation[],
): Finding[] {
  if (status >= 400 && status < 500) return [];
  const known = violations.filter(
    ({ mistake }) =>
      requestBody !== "missing" ||
      !(mistake.startsWith("body") || (document.rpc !== undefined && mistake === "parameterMissing")),
  );
  if (known.length === 0) return [pass(`${operation.method} ${operation.path}`, "as documented")];
  return known.map(({ at, expected, received }) => fail(saidAt(at, expected), received));
}

function withoutLostBody(subject: Subject, { responseBody }: Captured): Subject {
  const isLost = isUnread(responseBody) || (responseBody === "maybe cut" && subject.body.kind === "broken");
  return isLost ? { ...subject, body: { kind: "other" } } : subject;
}

function checksFor({ exchange, documented }: Subject, { responseBody }: Captured): Partial<typeof checks> {
  if (responseBody === "miscoded") return { ...answerChecks, "response-schema": checkCoded };
  if (responseBody !== "missing") return answerChecks;
  const { "content-type": contentType, ...others } = answerChecks;
  // Whether there was a body is not known, so that its type is judged only where there is one to be.
  const isNamed = exchange.response?.headers.has("content-type") && documented?.content.length;
  return isNamed && contentType ? { ...others, "content-type": contentType } : others;
}

/** A body that its own header leads astray: whoever asked cannot read it either. */
function checkCoded({ exchange: { response } }: Subject): Finding[] {
  const coding = response?.headers.get("content-encoding");
  return [fail("a body that is coded as its Content-Encoding says", `one that is not ${coding}`)];
}

function isUnread(body: Captured["responseBody"]): boolean {
  return body === "missing" || body === "miscoded";
}

// Paths that differ by an id alone are one.
function withoutIds(path: string): string {
  return path.replace(/(?<=\/)(?:\d+|[\da-f]{8}-[\da-f-]{27}|[\da-f]{16,})(?=\/|$)/gi, "*");
}
