import type { Exchange } from "../wire/exchange.ts";
import type { Excerpt, ReportCase, ReportRequest } from "./report.ts";

/** More of a body than this no report shows, and no redaction needs to read. */
const LONGEST = 64 * 1024;

/** The headers of both, where they are at hand. */
export interface ShownHeaders {
  readonly request: ReportRequest["headers"];
  readonly response: ReportRequest["headers"];
}

/**
 * An exchange as a report holds it, with its secrets still in it: nothing is cut before they are taken out, since
 * half of a secret is not known for one.
 */
export function describeExchange(
  { request, response, lost }: Exchange,
  headers: ShownHeaders = { request: [...request.headers], response: [...(response?.headers ?? [])] },
): Pick<ReportCase, "request" | "response" | "lost"> {
  const sent = excerpt(request.bytes);
  const came = response && excerpt(response.body);
  return {
    request: {
      method: request.method,
      url: request.url,
      headers: headers.request,
      ...(sent && { body: sent }),
    },
    ...(response && {
      response: { status: response.status, headers: headers.response, ...(came && { body: came }) },
    }),
    ...(lost && { lost: lost.message }),
  };
}

const decoder = new TextDecoder();

function excerpt(body: Uint8Array): Excerpt | undefined {
  if (body.length === 0) return undefined;
  const text = decoder.decode(body.subarray(0, LONGEST));
  // What holds a NUL is no text.
  const isText = body.length > LONGEST || !/[\0\uFFFD]/.test(text);
  return { text: isText ? text : "", bytes: body.length };
}
