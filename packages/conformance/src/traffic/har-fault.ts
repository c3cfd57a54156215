import type { Entry } from "har-format";

/** What browsers add to the standard (http://www.softwareishard.com/blog/har-12-spec: names that begin with `_`). */
export interface BrowserEntry extends Omit<Entry, "_resourceType"> {
  readonly _resourceType?: string;
  readonly _fromCache?: unknown;
  readonly _webSocketMessages?: unknown;
}

/**
 * What keeps an entry from being read: where it is not as the specification has it. What may be left out, may be; what
 * is there must be of its type.
 */
export function harFault({ request, response }: BrowserEntry): string | undefined {
  const { method, headers, postData } = request;
  if (typeof method !== "string") return "request.method is no text";
  if (!isHeaders(headers)) return "request.headers are no list of names and values";
  if (!Number.isInteger(Number(response.status))) return "response.status is no whole number";
  if (!isHeaders(response.headers)) return "response.headers are no list of names and values";
  if (!isContent(response.content)) return "response.content.text is no text";
  if (!isDecodable(response.content)) return "response.content.text is no base64";
  return isPosted(postData) ? undefined : "request.postData holds neither a text nor a list of params";
}

function isHeaders(given: unknown): boolean {
  return given == null || (Array.isArray(given) && given.every((one) => typeof one?.name === "string"));
}

function isContent(given: unknown): boolean {
  if (given == null) return true;
  const { text, encoding, mimeType } = given as Record<string, unknown>;
  return [text, encoding, mimeType].every(isTextIfAny);
}

function isDecodable(given: BrowserEntry["response"]["content"] | undefined): boolean {
  const { text, encoding } = given ?? {};
  // RFC 4648 §5: some write the alphabet of URLs.
  return encoding?.toLowerCase() !== "base64" || /^[\w+/\s-]*={0,2}\s*$/.test(text ?? "");
}

function isPosted(given: unknown): boolean {
  if (given == null) return true;
  if (typeof given !== "object") return false;
  const { text, encoding, mimeType, params } = given as Record<string, unknown>;
  const isList =
    params == null || (Array.isArray(params) && params.every((one) => typeof one?.name === "string"));
  return isList && [text, encoding, mimeType].every(isTextIfAny);
}

function isTextIfAny(given: unknown): boolean {
  return given == null || typeof given === "string";
}
