import type { TestCase } from "../cases/test-case.ts";
import { createSubject } from "../checks/subject.ts";
import type { Document, Operation } from "../document/document.ts";
import { type Judged, judge } from "../run/run-case.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { answerChecks } from "./answer-checks.ts";
import { withCode } from "./observed-case.ts";

/** Judges an answer alone, of which only the operation is known. */
export function judgeResponse(
  { document, validators }: { readonly document: Document; readonly validators: Validators },
  operation: Operation,
  response: ReceivedResponse,
): { readonly name: string; readonly judged: readonly Judged[] } {
  const baseUrl = "http://service.invalid";
  const { status } = response;
  const testCase: TestCase = {
    operation,
    name: String(status),
    status,
    arguments: { path: {}, query: {}, header: {}, cookie: {} },
    authenticated: false,
  };
  const { method, path } = operation;
  const request = {
    method,
    url: `${baseUrl}${path}`,
    headers: new PlainHeaders(),
    body: "",
    bytes: new Uint8Array(),
    sentAt: 0,
  };
  const exchange = { request, response };
  const subject = withCode(createSubject({ document, validators, testCase, baseUrl, exchange }));
  return { name: subject.testCase.name, judged: judge(subject, answerChecks) };
}
