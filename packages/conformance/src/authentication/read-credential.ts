import type { SecurityScheme } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { parseUrl } from "../wire/parse-url.ts";

export type HttpScheme = Extract<SecurityScheme, { type: "http" }>;
export type KeyScheme = Extract<SecurityScheme, { type: "apiKey" }>;

/**
 * What a request shows for a security scheme: of `Authorization` what follows the scheme's name, of a key its value.
 *
 * @returns `undefined` where it shows nothing
 * @example
 * readCredential({ type: "http", scheme: "bearer" }, request); // "not-a-token"
 */
export function readCredential(
  scheme: HttpScheme | KeyScheme,
  request: Pick<SentRequest, "headers" | "url">,
): string | undefined {
  return (scheme.type === "http" ? authorizationIn(scheme, request) : keyIn(scheme, request)) || undefined;
}

/** Where a request shows it, in the words of a report. */
export function placeOf(scheme: HttpScheme | KeyScheme): string {
  return scheme.type === "http" ? "header authorization" : `${scheme.in} ${scheme.name}`;
}

// RFC 9110 §11.4: the scheme's name is compared without case, and credentials follow a space.
function authorizationIn(
  { scheme }: HttpScheme,
  { headers }: Pick<SentRequest, "headers">,
): string | undefined {
  const text = headers.get("authorization") ?? "";
  if (text.charAt(scheme.length) !== " ") return undefined;
  if (text.slice(0, scheme.length).toLowerCase() !== scheme.toLowerCase()) return undefined;
  let start = scheme.length + 1;
  while (text.charAt(start) === " ") start += 1;
  return text.slice(start);
}

function keyIn(
  { in: place, name }: KeyScheme,
  { headers, url }: Pick<SentRequest, "headers" | "url">,
): string | null | undefined {
  if (place === "header") return headers.get(name);
  if (place === "query") return parseUrl(url).searchParams.get(name);
  const pairs = (headers.get("cookie") ?? "").split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
