import { NO_BODY } from "../cases/test-case.ts";
import type {
  Document,
  DocumentedHeader,
  DocumentedResponse,
  MediaType,
  Operation,
} from "../document/document.ts";
import { contentFor, documentedResponse, isSuccess } from "../document/documented-response.ts";
import type { Json } from "../document/json.ts";
import { sampleSchema } from "../schema/sample-schema.ts";
import { isJsonType } from "../wire/media-type.ts";
import { joined } from "../wire/serialize.ts";
import type { Answer } from "./answer.ts";
import { composeBody } from "./compose-body.ts";

/** An answer before its body is written down. */
export interface Draft {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly response: DocumentedResponse;
  /** How the body is documented; absent where there is none. */
  readonly media?: MediaType;
  /** The body, if there is one. */
  readonly value?: Json;
}

/**
 * A documented answer, as its examples show it.
 *
 * @returns `undefined` where the operation does not document the status
 */
export function draftOf(
  document: Document,
  operation: Operation,
  status: number = firstSuccess(operation),
  example?: string,
): Draft | undefined {
  const response = documentedResponse(operation, status);
  if (!response) return undefined;
  const headers = Object.fromEntries(
    response.headers
      .filter(({ name }) => !OF_THE_MESSAGE.has(name.toLowerCase()))
      .map((header) => [header.name, writeHeader(document, header)]),
  );
  const media = contentFor(response, example);
  if (!media || (response.bodyOptional && example === NO_BODY)) return { status, headers, response };
  return { status, headers, response, media, value: composeBody(document, media, example) };
}

// RFC 9112 §6, RFC 9110 §8.4: they say how the very message is written, and not how the document's example was.
const OF_THE_MESSAGE: ReadonlySet<string> = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

function writeHeader(
  { root }: Document,
  { name, schema, example, serialization, explode }: DocumentedHeader,
): string {
  const value = example ?? (schema ? sampleSchema(root, schema) : name);
  return serialization === "json" ? JSON.stringify(value) : joined(value, explode ? "pairs" : "commas");
}

/**
 * Writes a draft down. A HEAD is answered as a GET, without the content (RFC 9110 §9.3.2).
 *
 * @param type the `Content-Type`; by default the documented one, verbatim
 */
export function finish(
  { status, headers, response, media, value }: Draft,
  method: string,
  type: string | undefined = media?.type,
): Answer {
  if (!media || value === undefined) return { status, headers };
  const typed = { ...headers, "content-type": type ?? media.type };
  const body = writeBody(media.type, value);
  const isDue = response.headers.some(
    ({ name, required }) => required && name.toLowerCase() === "content-length",
  );
  if (method !== "HEAD" && !isDue) return { status, headers: typed, body };
  // RFC 9110 §8.6: of a HEAD, the length that the content would have.
  return { status, headers: { ...typed, "content-length": String(Buffer.byteLength(body)) } };
}

function writeBody(type: string, value: Json): string | Uint8Array {
  if (isJsonType(type)) return JSON.stringify(value);
  // Of an image, a document has no sample that could be written down.
  return type.startsWith("image/") && typeof value !== "string" ? BLANK : String(value);
}

/** A PNG of one transparent pixel. */
const BLANK: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** The first status of success that an operation documents; where it documents none, its first. */
export function firstSuccess({ responses }: Operation): number {
  const statuses = Object.keys(responses);
  const status = statuses.find(isSuccess) ?? statuses[0] ?? "200";
  return status === "default" ? 200 : Number(status.replace("XX", "00"));
}

/** RFC 9457, for what no vendor documents: a request that goes past the document. */
export function problem(status: number, title: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...headers, "content-type": "application/problem+json" },
    body: JSON.stringify({ title, status }),
  };
}
