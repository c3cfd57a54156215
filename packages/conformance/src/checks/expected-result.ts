import type { DocumentedResponse, MediaType } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import type { Json } from "../document/json.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { isJsonType, matchesMediaType } from "../wire/media-type.ts";
import { saysSuccess } from "./says-success.ts";
import type { Subject } from "./subject.ts";

/** What a client may make of an answer. */
export interface ExpectedResult {
  /** Whether it is a success; `undefined` where that is open to dispute. */
  readonly ok: boolean | undefined;
  /** Its data, or its error, is one of these. */
  readonly values: readonly unknown[];
  /** Or else what came, in any form that holds all of its bytes. */
  readonly orBytes?: true;
  /** `right`: the only thing to call it; `wrong`: no such thing; `either`: open to dispute. */
  readonly malformed: "right" | "wrong" | "either";
}

/** `undefined` where the judge has no say. */
export function expectedResult(subject: Subject, response: ReceivedResponse): ExpectedResult | undefined {
  const { documented, mediaType, body } = subject;
  if (body.kind === "broken" && body.isTooDeep) return undefined;
  const ok = isSuccess(response.status);
  if (!documented) return ofUndocumentedStatus(subject, response, ok);
  return { ok: ok && saysOk(subject, [mediaType], response), ...ofBody(subject, documented, response) };
}

// Whether to follow a redirection, the client decides.
function ofUndocumentedStatus(
  subject: Subject,
  response: ReceivedResponse,
  ok: boolean,
): ExpectedResult | undefined {
  const { status, body } = response;
  if (status >= 300 && status < 400) return undefined;
  if (!ok) return { ok, ...anyReading(body), malformed: "wrong" };
  // It is read as one of the documented successes, and which one is left open.
  const { responses } = subject.testCase.operation;
  const successes = Object.values(responses).filter((response) => isSuccess(response.status));
  const types = successes.flatMap(({ content }) => content);
  const isOk = saysOk(subject, types, response) === true ? true : undefined;
  return { ok: isOk, values: [undefined, ...anyReading(body).values], orBytes: true, malformed: "either" };
}

/** An error may come under the status of a success, and be known by its code alone. */
function saysOk(
  { document }: Subject,
  types: readonly (MediaType | undefined)[],
  { body }: ReceivedResponse,
): boolean | undefined {
  const json = parse(body);
  const schemas = types.flatMap((type) => type?.schema ?? []);
  const said = schemas.map((schema) => !json || saysSuccess(document.root, schema, json.value));
  if (said.includes(false)) return false;
  return said.includes(undefined) ? undefined : true;
}

type ExpectedBody = Omit<ExpectedResult, "ok">;

function ofBody(
  { exchange, mediaType }: Subject,
  { content, bodyOptional }: DocumentedResponse,
  response: ReceivedResponse,
): ExpectedBody {
  const { body, headers } = response;
  const isEmpty = body.length === 0;
  // RFC 9110 §9.3.2: the answer to a HEAD has no content.
  const mayBeEmpty = exchange.request.method === "HEAD" || bodyOptional || !mediaType;
  if (isEmpty && mayBeEmpty) return { values: [undefined], malformed: "wrong" };
  if (!mediaType)
    return { values: [undefined, ...anyReading(body).values], orBytes: true, malformed: "either" };
  const declared = headers.get("content-type") ?? "";
  const isDocumented = content.some(({ type }) => matchesMediaType(declared, type));
  // Of several documented kinds it is the label that says which came.
  const isMixed = new Set(content.map(({ type }) => isJsonType(type))).size > 1;
  const isAnyKind = isMixed && (isEmpty || !isDocumented);
  if (isJsonType(mediaType.type) && !isAnyKind) return ofJson(response, isDocumented);
  // What is empty, or labelled as something else, can be taken for a text all the same, or for none.
  if (isEmpty || !isDocumented) return { ...anyReading(body), malformed: "either" };
  const isText = /^text\//i.test(mediaType.type);
  return { values: isText ? [textOf(body)] : [], ...(!isText && { orBytes: true }), malformed: "wrong" };
}

function ofJson({ body }: ReceivedResponse, isDocumented: boolean): ExpectedBody {
  const json = parse(body);
  if (!json) return { values: [], malformed: "right" };
  // RFC 8259 §8.1: a reader may overlook a byte order mark; and it may believe the text more than its label.
  return { values: [json.value], malformed: isDocumented && isPlain(body) ? "wrong" : "either" };
}

function anyReading(body: Uint8Array): Pick<ExpectedResult, "values" | "orBytes"> {
  const json = parse(body);
  const values = [...(body.length === 0 ? [undefined] : []), textOf(body), ...(json ? [json.value] : [])];
  return { values, orBytes: true };
}

/** As clients read: what is no UTF-8 is replaced, and a byte order mark dropped. */
function parse(body: Uint8Array): { readonly value: Json } | undefined {
  try {
    return { value: JSON.parse(textOf(body)) as Json };
  } catch {
    return undefined;
  }
}

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

function isPlain(body: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(textOf(body)), body) === 0;
}
