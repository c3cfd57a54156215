import { isDeepStrictEqual } from "node:util";
import type { MediaType } from "../document/document.ts";
import type { Json } from "../document/json.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { isJsonType, matchesMediaType, parseMediaType } from "../wire/media-type.ts";
import { type Finding, fail, show } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The body is of a documented type, fits its schema, and holds what the client was given. */
export function checkRequestBody(subject: Subject): Finding[] {
  const { exchange, testCase, document, validators } = subject;
  const { requestBody } = testCase.operation;
  const { body, headers } = exchange.request;
  const given = testCase.arguments.body;
  if (!requestBody) return body === "" ? [] : [fail("no body", `a body of ${body.length} characters`)];
  if (body === "")
    return given || requestBody.required ? [fail(`a body: ${show(given?.value)}`, "no body")] : [];
  const received = headers.get("content-type") ?? "";
  const mediaType = requestBody.content.find(({ type }) => matchesMediaType(received, type));
  if (!mediaType) {
    const expected = requestBody.content.map(({ type }) => type).join(" or ");
    return [fail(`Content-Type: ${expected}`, `Content-Type: ${received || "none"}`)];
  }
  const value = parseBody(mediaType, body);
  if (value === undefined) return [fail(`a body of ${mediaType.type}`, show(body))];
  if (given && !isDeepStrictEqual(value, comparable(mediaType, given.value))) {
    return [fail(`body: ${show(given.value)}`, `body: ${show(value)}`)];
  }
  const validate = mediaType.schema && validators.get(mediaType.schema);
  if (!validate || validate(value)) return [];
  return explainErrors(document.root, mediaType.schema, value, validate.errors ?? []).map((explained) =>
    fail(`body: ${explained.expected}`, explained.received, explained.at),
  );
}

function parseBody({ type }: MediaType, text: string): Json | undefined {
  if (isForm(type)) return Object.fromEntries(new URLSearchParams(text));
  if (!isJsonType(type)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A form holds text alone. */
function comparable({ type }: MediaType, value: Json): Json {
  if (!isForm(type)) return value;
  return Object.fromEntries(Object.entries(value ?? {}).map(([name, member]) => [name, String(member)]));
}

function isForm(type: string): boolean {
  return parseMediaType(type)?.type === "application/x-www-form-urlencoded";
}
