import type { Excerpt, ReportCase, ReportRequest, ReportResponse } from "./report.ts";

/**
 * A request as it went over the wire, as people write it down.
 *
 * @param limit how much of the body is shown, in characters
 */
export function requestText({ method, url, headers, body }: ReportRequest, limit?: number): string {
  return joined(`${method} ${url}`, headers, body, limit);
}

function responseText({ status, headers, body }: ReportResponse, limit?: number): string {
  return joined(String(status), headers, body, limit);
}

/** What came of a request: an answer, or why there was none. */
export function outcomeText({ response, lost }: ReportCase, limit?: number): string {
  return response ? responseText(response, limit) : (lost ?? "no answer");
}

function joined(
  first: string,
  headers: ReportRequest["headers"],
  body: Excerpt | undefined,
  limit = Number.POSITIVE_INFINITY,
): string {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  if (!body) return lines.join("\n");
  const text = body.text.length > limit ? `${body.text.slice(0, limit)}…` : body.text;
  return [...lines, "", text || `(${body.bytes} bytes that are no text)`].join("\n");
}
