import type { TestCase } from "../cases/test-case.ts";
import type { Subject } from "../checks/subject.ts";
import type { Document, Operation } from "../document/document.ts";
import { documentedValues } from "../document/documented-values.ts";
import { successCodes } from "../document/error-code-place.ts";
import { findMarked, valuesAtPlace } from "../document/find-marked.ts";
import { ERROR_CODE } from "../document/vocabulary.ts";
import { readArguments } from "../sandbox/request/read-arguments.ts";
import type { Violation } from "../sandbox/violation.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { Exchange, SentRequest } from "../wire/exchange.ts";

/** A case that nobody asked for: what was sent was to be sent, and the status that came was wanted. */
export function observedCase(
  document: Document,
  validators: Validators,
  operation: Operation,
  { request, response }: Exchange,
): { readonly testCase: TestCase; readonly violations: readonly Violation[] } {
  const { arguments: given, violations } = readArguments(document, validators, operation, request);
  const status = response?.status ?? 0;
  return {
    testCase: {
      operation,
      name: String(status),
      status,
      arguments: given,
      authenticated: showsCredentials(document, request),
    },
    violations,
  };
}

/** The subject's case, named after the documented code in the body, and asking for it where it means a failure. */
export function withCode(subject: Subject): Subject {
  const { document, mediaType, body, testCase } = subject;
  if (!mediaType?.schema || body.kind !== "json") return subject;
  for (const { mark, schema, steps } of findMarked(document.root, mediaType.schema, ERROR_CODE)) {
    const [[, code] = []] = valuesAtPlace(body.value, steps);
    if (typeof code !== "string" && typeof code !== "number") continue;
    const success = successCodes(mark);
    if (success?.includes(code)) continue;
    const isKnown = documentedValues(document.root, schema).values.includes(code);
    const name = isKnown ? `${testCase.name} ${code}` : testCase.name;
    return { ...subject, testCase: { ...testCase, name, ...(success && { code }) } };
  }
  return subject;
}

// What exports traffic often leaves the credentials out: that there are none proves nothing.
function showsCredentials({ securitySchemes }: Document, { headers, url }: SentRequest): boolean {
  if (headers.has("authorization")) return true;
  return Object.values(securitySchemes).some((scheme) => {
    if (scheme.type !== "apiKey") return false;
    if (scheme.in === "header") return headers.has(scheme.name);
    if (scheme.in === "query") return new URL(url).searchParams.has(scheme.name);
    return (headers.get("cookie") ?? "").split(/;\s*/).some((pair) => pair.startsWith(`${scheme.name}=`));
  });
}
