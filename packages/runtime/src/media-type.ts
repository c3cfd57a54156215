/** Whether a Content-Type is JSON: `application/json` or any `+json` (RFC 6839 §3.1), whatever its parameters. */
export function isJson(contentType: string): boolean {
  return /^\s*(application\/|[^;]*\+)json\s*(;|$)/i.test(contentType);
}

/** Whether a Content-Type is text that is not JSON: `text/*`, or XML (RFC 7303 §4.2). */
export function isText(contentType: string): boolean {
  return /^\s*(text\/|(application\/|[^;]*\+)xml\s*(;|$))/i.test(contentType);
}

/** Whether a Content-Type is a page. */
export function isHtml(contentType: string): boolean {
  return /^\s*text\/html\s*(;|$)/i.test(contentType);
}
