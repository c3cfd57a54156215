import type { Authority } from "../authentication/authority.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document, DocumentedResponse, MediaType } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { Exchange } from "../wire/exchange.ts";
import { isJsonType, matchesMediaType } from "../wire/media-type.ts";
import { type JsonReading, readJson } from "../wire/read-json.ts";
import type { Finding } from "./finding.ts";

/** One check: pure, and silent where it has no say. */
export type Check = (subject: Subject) => Finding[];

/** What a client handed back to its caller. */
export type ClientOutcome =
  | {
      readonly kind: "result";
      readonly ok: unknown;
      readonly status: unknown;
      /** Its `data` or its `error`. */
      readonly body: unknown;
      /** The status of its `response`. */
      readonly wireStatus?: unknown;
    }
  | { readonly kind: "thrown"; readonly error: unknown };

/** What was asked, what went over the wire, and what is documented about it. */
export interface Subject {
  readonly document: Document;
  readonly validators: Validators;
  readonly testCase: TestCase;
  /** What the request's path is relative to. */
  readonly baseUrl: string;
  readonly exchange: Exchange;
  /** Absent where nobody knows which credentials are good. */
  readonly authority?: Authority;
  /** Absent when no client is under test. */
  readonly outcome?: ClientOutcome;
  /** The documented response that the received status falls under. */
  readonly documented?: DocumentedResponse;
  /** The documented media type that the body is held against. */
  readonly mediaType?: MediaType;
  readonly body: Body;
}

/** The body of the response, read once for all checks. */
export type Body =
  | { readonly kind: "none" }
  | ({ readonly kind: "json" } & JsonReading)
  | {
      readonly kind: "broken";
      readonly problem: string;
      /** Whether it is JSON, which nobody can walk. */
      readonly isTooDeep: boolean;
    }
  | { readonly kind: "other" };

export type SubjectInput = Omit<Subject, "documented" | "mediaType" | "body">;

/** Puts together what the checks look at. */
export function createSubject(input: SubjectInput): Subject {
  const { response } = input.exchange;
  const documented = response && documentedResponse(input.testCase.operation, response.status);
  const mediaType = documented && chooseMediaType(documented, response.headers.get("content-type") ?? "");
  const body = readBody(input.exchange, mediaType);
  return { ...input, ...(documented && { documented }), ...(mediaType && { mediaType }), body };
}

// A body of an undocumented type is still held against the documented schema: two findings say more than one. Of several
// that apply, only the most specific counts (OAS 3.1.1 §4.8.17): what a range documents comes last.
function chooseMediaType({ content }: DocumentedResponse, received: string): MediaType | undefined {
  const fitting = content.filter(({ type }) => matchesMediaType(received, type));
  const [best] = fitting.sort((a, b) => wildcards(a.type) - wildcards(b.type));
  return best ?? content[0];
}

function wildcards(type: string): number {
  return type.split("*").length - 1;
}

function readBody({ response }: Exchange, mediaType: MediaType | undefined): Body {
  if (!response || response.body.length === 0) return { kind: "none" };
  const received = response.headers.get("content-type") ?? "";
  const type = mediaType && wildcards(mediaType.type) === 0 ? mediaType.type : received;
  if (!isJsonType(type)) return { kind: "other" };
  return readOnce(response.body);
}

let last: { readonly bytes: Uint8Array; readonly body: Body } | undefined;

/** What is not as documented is judged again by each known deviation, one after the other. */
function readOnce(bytes: Uint8Array): Body {
  if (last?.bytes !== bytes) last = { bytes, body: readJsonBody(bytes) };
  return last.body;
}

function readJsonBody(bytes: Uint8Array): Body {
  try {
    return { kind: "json", ...readJson(bytes) };
  } catch (error) {
    const isTooDeep = error instanceof RangeError;
    return { kind: "broken", problem: problemOf(error as Error), isTooDeep };
  }
}

function problemOf(error: Error): string {
  return error instanceof RangeError ? "JSON that is nested deeper than there is room for" : error.message;
}
