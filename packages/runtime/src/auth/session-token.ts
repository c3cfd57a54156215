import type { SecurityScheme } from "../service-description.ts";
import type { WireRequest } from "../wire-request.ts";

/** Sets the token of a session on a request, where its scheme says. */
export function setToken(request: WireRequest, scheme: SecurityScheme, token: string): void {
  const { header, prefix } = placeOf(scheme);
  request.headers[header] = prefix + token;
}

/** The token that a request bore. */
export function tokenIn({ headers }: WireRequest, scheme: SecurityScheme): string | undefined {
  const { header, prefix } = placeOf(scheme);
  return headers[header]?.slice(prefix.length);
}

function placeOf(scheme: SecurityScheme): { header: string; prefix: string } {
  if (scheme.type === "apiKey") return { header: scheme.name.toLowerCase(), prefix: "" };
  // RFC 6750 §2.1 writes it so; there are servers that take the case for a part of it.
  const name = scheme.scheme.toLowerCase() === "bearer" ? "Bearer" : scheme.scheme;
  return { header: "authorization", prefix: `${name} ` };
}
