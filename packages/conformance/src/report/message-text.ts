import type { Excerpt, ReportCase, ReportRequest, ReportResponse } from "./report.ts";

/** A request as it went over the wire, as people write it down. */
export function requestText({ method, url, headers, body }: ReportRequest): string {
  return joined(`${method} ${url}`, headers, body);
}

/** An answer likewise. */
export function responseText({ status, headers, body }: ReportResponse): string {
  return joined(String(status), headers, body);
}

/** What came of a request: an answer, or why there was none. */
export function outcomeText({ response, lost }: ReportCase): string {
  return response ? responseText(response) : (lost ?? "no answer");
}

function joined(first: string, headers: ReportRequest["headers"], body: Excerpt | undefined): string {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  if (!body) return lines.join("\n");
  return [...lines, "", body.text || `(${body.bytes} bytes that are no text)`].join("\n");
}
