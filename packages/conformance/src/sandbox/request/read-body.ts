import type { MediaType, Operation } from "../../document/document.ts";
import { isObject, type Json } from "../../document/json.ts";
import { stepsOf } from "../../document/pointer.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { isJsonType, isMultipart } from "../../wire/media-type.ts";
import { parseMultipart } from "../../wire/multipart.ts";
import { decodeUtf8 } from "../../wire/read-json.ts";
import type { Field } from "../../wire/serialize.ts";
import type { Mistake, Violation } from "../violation.ts";
import { isDocumentedType } from "./documented-type.ts";
import { judgeValue } from "./judge-value.ts";
import { parseJson } from "./parse-json.ts";
import { groupFields, type Judge } from "./read-fields.ts";
import { readValue } from "./read-value.ts";
import { isFormType, type RequestPlan } from "./request-plan.ts";
import { veil } from "./veil.ts";

/** A body, and what is wrong with it. */
export interface ReadBody {
  readonly body?: { readonly type: string; readonly value: Json };
  readonly violations: readonly Violation[];
}

/** Reads the body of a request by its media type. */
export function readBody(
  judge: Judge,
  plan: RequestPlan,
  { requestBody }: Operation,
  request: SentRequest,
): ReadBody {
  const size = request.bytes.length;
  if (!requestBody) {
    return size === 0 ? { violations: [] } : refused("bodyInvalid", "no body", `a body of ${size} bytes`);
  }
  const expected = [...new Set(requestBody.content.map(({ type }) => type))].join(" or ");
  const received = request.headers.get("content-type") ?? "";
  // A form without a field is an empty text.
  if (size === 0 && !(requestBody.required && isFormOfFields(received))) {
    return requestBody.required
      ? refused("bodyMissing", `a body of ${expected}`, "none")
      : { violations: [] };
  }
  // RFC 2046 §5.1.1: the boundary of a multipart body is no part of what is documented.
  const type = isMultipart(received) ? (received.split(";")[0] ?? "") : received;
  const media = requestBody.content.find((one) => isDocumentedType(judge.root, type, one.type));
  if (!media) {
    const violation = { expected, received: received || "none", at: "header content-type" };
    return { violations: [{ mistake: "mediaTypeUnsupported", ...violation }] };
  }
  if (isJsonType(media.type)) return readJsonBody(judge, media, request);
  if (isFormType(media.type)) return readFormBody(judge, plan, media, request);
  return judged(judge, media, request.body, request.body);
}

function isFormOfFields(type: string): boolean {
  return isFormType(type) && !isMultipart(type);
}

function readJsonBody(judge: Judge, media: MediaType, request: SentRequest): ReadBody {
  const text = strictText(request);
  if (text === undefined) return refused("bodyMalformed", "UTF-8", "other bytes");
  const read = parseJson(text);
  if (read.problem !== undefined) return refused("bodyMalformed", "a JSON text", read.problem);
  if (request.bytes.length < LARGE) return judged(judge, media, read.value, read.judged);
  const begun = judged(judge, media, read.value, withShortLists(read.judged));
  return begun.violations.length > 0 ? begun : judged(judge, media, read.value, read.judged);
}

/** From how many bytes on the beginnings of lists are judged first. */
const LARGE = 100_000;
const LONG = 1000;

// A validator collects all errors, and takes the square of the time for the same one in each item of a list.
function withShortLists(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, LONG).map(withShortLists);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withShortLists(member)]));
}

/** A form holds text alone: its members are what their schemas make of it. */
function readFormBody(judge: Judge, plan: RequestPlan, media: MediaType, request: SentRequest): ReadBody {
  const sent = formEntries(request);
  if (!sent) return refused("bodyMalformed", `a body of ${media.type}`, "one that keeps to no boundary");
  const set = plan.forms.get(media) ?? { fields: [], find: () => undefined };
  const { known, strangers } = groupFields(set, sent);
  const values: [string, Json][] = [];
  const violations: Violation[] = [];
  for (const [field, own] of known) {
    const read = readValue(judge.root, field, own);
    if (!read.problem) values.push([field.name, read.value]);
    else
      violations.push({
        mistake: "bodyInvalid",
        at: `body #/${field.name}`,
        name: field.name,
        ...read.problem,
      });
  }
  if (violations.length > 0) return { violations };
  const value = Object.fromEntries([...strangers, ...values]);
  return judged(judge, media, value, value);
}

/** The fields of a form; `undefined` where it is none. */
export function formEntries({ body, headers }: SentRequest): Field[] | undefined {
  const type = headers.get("content-type") ?? "";
  if (!isMultipart(type)) return [...new URLSearchParams(body)];
  const parts = parseMultipart(body, type);
  return parts && Object.entries(parts).flatMap(([name, texts]) => texts.map((text): Field => [name, text]));
}

function judged(judge: Judge, { type, schema }: MediaType, value: Json, judgedValue: Json): ReadBody {
  const violations = judgeValue(judge, schema, judgedValue, veil).map(
    ({ at, expected, received }): Violation => {
      const name = stepsOf(at).at(-1);
      const where = at === "#" ? "body" : `body ${at}`;
      return { mistake: "bodyInvalid", at: where, expected, received, ...(name !== undefined && { name }) };
    },
  );
  return { body: { type, value }, violations };
}

function refused(mistake: Mistake, expected: string, received: string): ReadBody {
  return { violations: [{ mistake, at: "body", expected, received }] };
}

/** The text of a body; `undefined` where its bytes are no UTF-8. A byte order mark stays. */
function strictText({ body, bytes }: SentRequest): string | undefined {
  // A decoder replaces what it cannot read, and drops the mark: without a trace of either, its text is exact.
  if (bytes[0] !== 0xef && !body.includes("\uFFFD")) return body;
  try {
    return decodeUtf8(bytes);
  } catch {
    return undefined;
  }
}
