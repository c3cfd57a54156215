/** Whether a Content-Type is JSON: `application/json` or any `+json` (RFC 6839 §3.1), whatever its parameters. */
export function isJson(contentType: string): boolean {
  const type = essence(contentType);
  return type === "application/json" || type.endsWith("+json");
}

/** Whether a Content-Type is text that is not JSON: `text/*`, or XML (RFC 7303 §4.2). */
export function isText(contentType: string): boolean {
  const type = essence(contentType);
  return type.startsWith("text/") || type === "application/xml" || type.endsWith("+xml");
}

/** Whether a Content-Type is a page. */
export function isHtml(contentType: string): boolean {
  return essence(contentType) === "text/html";
}

/** The type without its parameters, in lower case. */
function essence(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
