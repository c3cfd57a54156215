import type { ReceivedResponse } from "../src/wire/exchange.ts";
import { PlainHeaders } from "../src/wire/plain-headers.ts";
import type { OutgoingRequest } from "../src/wire/send.ts";

interface Content {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request to be sent. */
export function outgoing(
  url: string,
  { method = "GET", headers = {}, body = "" }: Content = {},
): OutgoingRequest {
  return { method, url, headers: headersOf(headers), bytes: new TextEncoder().encode(body) };
}

/** A response that came. */
export function received(
  status = 200,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): ReceivedResponse {
  return { status, headers: headersOf(headers), body: new TextEncoder().encode(body) };
}

export function textOf({ body }: ReceivedResponse): string {
  return new TextDecoder().decode(body);
}

function headersOf(headers: Readonly<Record<string, string>>): Headers {
  return PlainHeaders.of(Object.entries(headers));
}
