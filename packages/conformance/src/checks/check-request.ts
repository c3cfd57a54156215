import type { Operation } from "../document/document.ts";
import { matchesMediaType } from "../wire/media-type.ts";
import { checkRequestBody } from "./check-request-body.ts";
import { checkRequestParameters } from "./check-request-parameters.ts";
import { type Finding, fail, pass } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The client sent what the document asks for, and all that it was given to send. */
export function checkRequest(subject: Subject): Finding[] {
  const { operation } = subject.testCase;
  const findings = [
    ...checkMethod(subject),
    ...checkRequestParameters(subject),
    ...checkRequestBody(subject),
    ...checkAccept(subject),
  ];
  return findings.length > 0 ? findings : [pass(`${operation.method} ${operation.path}`, "as documented")];
}

function checkMethod({ exchange: { request }, testCase: { operation } }: Subject): Finding[] {
  return request.method === operation.method ? [] : [fail(operation.method, request.method)];
}

// RFC 9110 §12.5.1: no Accept header means that anything is welcome.
function checkAccept({ exchange: { request }, testCase: { operation } }: Subject): Finding[] {
  const accept = request.headers.get("accept");
  if (accept === null) return [];
  const types = typesOf(operation);
  // As clients should, word for word.
  if (types.length === 0 || accept === types.join(", ")) return [];
  const ranges = accept.split(",").map((range) => range.replace(/;\s*q=[\d.]+/i, "").trim());
  const welcome = ranges.some((range) => types.some((type) => matchesMediaType(type, range)));
  return welcome ? [] : [fail(`Accept: ${types.join(", ")}`, `Accept: ${accept}`)];
}

const remembered = new WeakMap<Operation, readonly string[]>();

/** The documented media types of all answers, each once. */
function typesOf(operation: Operation): readonly string[] {
  const known = remembered.get(operation);
  if (known) return known;
  const contents = Object.values(operation.responses).flatMap(({ content }) => content);
  const types = [...new Set(contents.map(({ type }) => type))];
  remembered.set(operation, types);
  return types;
}
