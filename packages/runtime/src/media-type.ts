/** Whether a Content-Type is JSON: `application/json` or any `+json` (RFC 6839 §3.1), whatever its parameters. */
export function isJson(contentType: string): boolean {
  return /^\s*(application\/|[^;]*\+)json\s*(;|$)/i.test(contentType);
}

/** Whether a Content-Type may be text: `text/*`, JSON, XML (RFC 7303 §4.2), or none. */
export function isText(contentType: string): boolean {
  return /^\s*($|text\/|(application\/|[^;]*\+)(json|xml)\s*(;|$))/i.test(contentType);
}

/** Whether a Content-Type is a page. */
export function isHtml(contentType: string): boolean {
  return /^\s*text\/html\s*(;|$)/i.test(contentType);
}
