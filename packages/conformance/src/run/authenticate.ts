import { signRequest } from "../signature/sign-request.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import type { ChosenCredentials } from "./credentials.ts";

/** The request with what was chosen for it. */
export function authenticate(
  request: OutgoingRequest,
  chosen: readonly ChosenCredentials[],
  late = 0,
): OutgoingRequest {
  return chosen.reduce((soFar, one) => add(soFar, one, late), request);
}

function add(request: OutgoingRequest, chosen: ChosenCredentials, late: number): OutgoingRequest {
  if (chosen.kind === "accessKey") {
    return signRequest(request, chosen.scheme, chosen.key, { at: Date.now() - late });
  }
  const url = new URL(request.url);
  const headers = PlainHeaders.of(request.headers);
  if (chosen.kind !== "apiKey") headers.set("authorization", authorizationHeader(chosen));
  else if (chosen.scheme.in === "query") url.searchParams.set(chosen.scheme.name, chosen.value);
  else if (chosen.scheme.in === "cookie")
    headers.set("cookie", withCookie(headers, `${chosen.scheme.name}=${chosen.value}`));
  else headers.set(chosen.scheme.name, chosen.value);
  return { ...request, url: url.href, headers };
}

// RFC 6265 §5.4: there is one header for all cookies.
function withCookie(headers: Headers, cookie: string): string {
  return [headers.get("cookie"), cookie].filter((one) => one !== null).join("; ");
}

function authorizationHeader(
  chosen: Exclude<ChosenCredentials, { kind: "apiKey" } | { kind: "accessKey" }>,
): string {
  if (chosen.kind !== "basic") return `${chosen.scheme} ${chosen.value}`;
  const pair = Buffer.from(`${chosen.username}:${chosen.password}`).toString("base64");
  return `Basic ${pair}`;
}
