import type { Arguments } from "../cases/test-case.ts";
import type { MediaType } from "../document/document.ts";
import { tokenMembers } from "../document/idempotency-tokens.ts";
import { isObject, type Json } from "../document/json.ts";
import { sameJson } from "../document/same-json.ts";
import { coerce, coerceItems, memberSchema } from "../schema/coerce.ts";
import { documentedMembers } from "../schema/documented-members.ts";
import { explainErrors } from "../schema/explain-errors.ts";
import { type Form, formOf, parseForm } from "../wire/form.ts";
import { jsonIn } from "../wire/json-in.ts";
import { isJsonType, isMultipart, matchesMediaType, parseMediaType } from "../wire/media-type.ts";
import { parseMultipart } from "../wire/multipart.ts";
import { isFieldOf } from "../wire/serialize.ts";
import { type Finding, fail, show } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** The body is of a documented type, fits its schema, and holds what the client was given. */
export function checkRequestBody(subject: Subject): Finding[] {
  const { requestBody } = subject.testCase.operation;
  const { body, headers } = subject.exchange.request;
  const given = subject.testCase.arguments.body;
  if (!requestBody) return body === "" ? [] : [fail("no body", `a body of ${body.length} characters`)];
  const received = headers.get("content-type") ?? "";
  const mayBeEmpty = given ? isEmptyForm(given) : !requestBody.required;
  if (body === "" && !mayBeEmpty) return [fail(`a body: ${show(given?.value)}`, "no body")];
  if (body === "" && (!given || received === "")) return [];
  const mediaType = documentedType(requestBody.content, received);
  if (mediaType) return checkContent(subject, mediaType, body);
  const expected = requestBody.content.map(({ type }) => type).join(" or ");
  return [fail(`Content-Type: ${expected}`, `Content-Type: ${received || "none"}`)];
}

/** A form without a field is an empty text. */
function isEmptyForm({ type, value }: NonNullable<Arguments["body"]>): boolean {
  return isForm(type) && Object.keys(formOf(value)).length === 0;
}

function documentedType(content: readonly MediaType[], received: string): MediaType | undefined {
  // RFC 2046 §5.1.1: the boundary of a multipart body is no part of what is documented.
  const type = isMultipart(received) ? (received.split(";")[0] ?? "") : received;
  return content.find((media) => matchesMediaType(type, media.type));
}

function checkContent(subject: Subject, mediaType: MediaType, body: string): Finding[] {
  const { testCase, document, validators } = subject;
  const read = isForm(mediaType.type) ? readForm : readText;
  const { sent, value, ...readBody } = read(subject, mediaType, body);
  if (sent === undefined) return [fail(`a body of ${mediaType.type}`, show(body))];
  const expected = withMadeUp(readBody.expected, sent, tokenMembers(document.root, mediaType));
  if (testCase.arguments.body && !sameJson(sent, expected)) {
    return [fail(`body: ${show(expected)}`, `body: ${show(sent)}`)];
  }
  const validate = mediaType.schema && validators.get(mediaType.schema);
  if (!validate || validate(value)) return [];
  return explainErrors(document.root, mediaType.schema, value, validate.errors ?? []).map((explained) =>
    fail(`body: ${explained.expected}`, explained.received, explained.at),
  );
}

/** A client that was given no token by which a repeated request is known may make one up. */
function withMadeUp(expected: Json | undefined, sent: Json, names: readonly string[]): Json | undefined {
  if (!isObject(expected) || !isObject(sent)) return expected;
  if (names.length === 0) return expected;
  const added = Object.entries(sent).filter(
    ([name]) => names.includes(name) && !Object.hasOwn(expected, name),
  );
  return { ...expected, ...Object.fromEntries(added) };
}

/** What was sent, what should have been, and the same for the schema to judge. */
interface ReadBody {
  readonly sent: Json | undefined;
  readonly expected: Json | undefined;
  readonly value: Json;
}

function readText({ testCase }: Subject, { type }: MediaType, text: string): ReadBody {
  const sent = isJsonType(type) ? jsonIn(text) : text;
  return { sent, expected: testCase.arguments.body?.value, value: sent ?? null };
}

/** A form holds text alone, whatever its schema asks for. */
function readForm({ testCase, exchange, document }: Subject, media: MediaType, text: string): ReadBody {
  const { root } = document;
  const { schema, serializations } = media;
  const given = testCase.arguments.body;
  const type = exchange.request.headers.get("content-type") ?? "";
  const sent = isMultipart(type) ? parseMultipart(text, type) : parseForm(text);
  if (!sent) return { sent: undefined, expected: undefined, value: null };
  const members = Object.entries(sent).map(([name, fields]) => {
    const member = memberSchema(root, schema, name);
    const isArray = fields.length > 1 || Array.isArray(coerce(root, member, ""));
    return [
      name,
      isArray ? coerceItems(root, member, fields) : coerce(root, member, fields[0] ?? ""),
    ] as const;
  });
  const expected = given && comparableForm(media, formOf(given.value, serializations));
  // What travels in a form of its own is known by the comparison; the schema judges what was given.
  const special = Object.entries(serializations).map(([name, serialization]) => {
    const member = serialization === "spread" ? memberSchema(root, schema, name) : undefined;
    const within = member ? [...documentedMembers(root, member).keys()] : [];
    return (field: string) => isFieldOf(name, serialization, field, within);
  });
  const plain = members.filter(([name]) => !special.some((isOf) => isOf(name)));
  const own = Object.entries(isObject(given?.value) ? given.value : {}).filter(([name]) =>
    Object.hasOwn(serializations, name),
  );
  return { sent: comparableForm(media, sent), expected, value: Object.fromEntries([...plain, ...own]) };
}

/** The members within JSON have no order. */
function comparableForm({ serializations }: MediaType, form: Form): Json {
  return Object.fromEntries(
    Object.entries(form).map(([name, fields]) => [
      name,
      serializations[name] === "json" ? (jsonIn(fields[0] ?? "") ?? null) : fields.map(unixLines),
    ]),
  );
}

// WHATWG HTML, multipart form data: whatever ends a line of a value, it travels as CR LF.
function unixLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function isForm(type: string): boolean {
  return parseMediaType(type)?.type === "application/x-www-form-urlencoded" || isMultipart(type);
}
