import type { Document } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";

const SECRET = "REDACTED";

// What curl sets by itself, or what says nothing about the request.
const OMITTED = new Set(["host", "content-length", "connection", "user-agent"]);

/** A command line that sends a request again. Credentials are left out by name. */
export function formatCurl(
  { securitySchemes }: Document,
  { method, url, headers, body }: Pick<SentRequest, "method" | "url" | "headers" | "body">,
): string {
  const schemes = Object.values(securitySchemes);
  const keys = schemes.flatMap((scheme) => (scheme.type === "apiKey" ? [scheme] : []));
  const tokens = schemes.flatMap((scheme) =>
    scheme.type === "http" && scheme.signature ? [scheme.signature.securityToken] : [],
  );
  const secretHeaders = ["authorization", "cookie", "proxy-authorization", ...namesIn("header"), ...tokens];
  const parts = ["curl", ...methodOptions(method, body), quote(withoutSecrets(url, namesIn("query")))];
  for (const [name, value] of headers) {
    if (OMITTED.has(name)) continue;
    parts.push("-H", quote(`${name}: ${secretHeaders.includes(name) ? redact(name, value) : value}`));
  }
  if (body !== "") parts.push("--data-raw", quote(body));
  return parts.join(" ");

  function namesIn(place: string): string[] {
    return keys
      .filter((key) => key.in === place)
      .map(({ name }) => (place === "header" ? name.toLowerCase() : name));
  }
}

// Left to itself, curl sends a body with POST; told to `-X HEAD`, it waits for content that never comes.
function methodOptions(method: string, body: string): string[] {
  if (method === "HEAD") return ["--head"];
  return method === "GET" && body === "" ? [] : ["-X", method];
}

/** Keeps the name of an authentication scheme, which is no secret. Other headers have none. */
function redact(name: string, value: string): string {
  const scheme = name.endsWith("authorization") ? /^[A-Za-z0-9-]+(?= )/.exec(value)?.[0] : undefined;
  return scheme ? `${scheme} ${SECRET}` : SECRET;
}

function withoutSecrets(url: string, names: readonly string[]): string {
  const clean = new URL(url);
  if (clean.password) clean.password = SECRET;
  for (const name of names) if (clean.searchParams.has(name)) clean.searchParams.set(name, SECRET);
  return clean.href;
}

/** A word for a shell: POSIX ones take everything between single quotes as it is, but a single quote. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
