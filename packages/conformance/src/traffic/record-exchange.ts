import type { Redactor } from "../redaction/create-redactor.ts";
import type { Exchange } from "../wire/exchange.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { decodeUtf8 } from "../wire/read-json.ts";
import type { CassetteLine, RecordedBody, RecordedRequest } from "./recorded.ts";

type RecordedExchange = Pick<CassetteLine, "request" | "response" | "lost">;

/** An exchange as a cassette holds it: all that went over the wire but the secrets. */
export function recordExchange({ request, response, lost }: Exchange, redactor: Redactor): RecordedExchange {
  return {
    request: {
      method: request.method,
      url: redactor.redactUrl(request.url),
      headers: redactor.redactHeaders(request.headers),
      ...recordBody(request.bytes, request.headers, redactor),
      sentAt: request.sentAt,
    },
    ...(response && {
      response: {
        status: response.status,
        headers: redactor.redactHeaders(response.headers),
        ...recordBody(response.body, response.headers, redactor),
      },
    }),
    ...(lost && { lost: { ...lost, message: redactor.redactText(lost.message) } }),
  };
}

function recordBody(bytes: Uint8Array, headers: Headers, redactor: Redactor): RecordedBody {
  if (bytes.length === 0) return {};
  const text = readText(bytes);
  if (text !== undefined) return { text: redactor.redactBody(text, headers.get("content-type") ?? "") };
  // A byte is a character here, so that a secret within bytes that are no text is seen all the same.
  const clean = redactor.redactText(Buffer.from(bytes).toString("latin1"));
  return { base64: Buffer.from(clean, "latin1").toString("base64") };
}

function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = decodeUtf8(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

const EMPTY = new Uint8Array();

/** The same, as the judge looks at it. */
export function replayExchange({ request, response, lost }: RecordedExchange): Exchange {
  if (!request) throw new SyntaxError("a line without a request");
  const { method, url, sentAt } = request;
  const bytes = readBody(request);
  return {
    request: {
      method,
      url,
      headers: headersOf(request.headers),
      body: request.text ?? (bytes.length === 0 ? "" : new TextDecoder().decode(bytes)),
      bytes,
      sentAt,
    },
    ...(response && {
      response: {
        status: response.status,
        headers: headersOf(response.headers),
        body: readBody(response),
      },
    }),
    ...(lost && { lost }),
  };
}

function headersOf(recorded: RecordedRequest["headers"]): Headers {
  return new PlainHeaders((recorded as [string, string][]).flat());
}

function readBody({ text, base64 }: RecordedBody): Uint8Array {
  // A part of a buffer that is there already, which costs a fraction of one of its own.
  if (text !== undefined) return Buffer.from(text);
  return base64 === undefined ? EMPTY : Buffer.from(base64, "base64");
}
