import type { ReceivedResponse, SentRequest } from "./exchange.ts";

/** A request that is to be sent: data, that can be looked at as often as one likes. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Anything that answers requests. It follows no redirect, and rejects where no answer comes. */
export type Send = (request: OutgoingRequest) => Promise<ReceivedResponse>;

/** A request as it is when it is sent. */
export function asSent(
  { method, url, headers, bytes }: OutgoingRequest,
  sentAt: number = Date.now(),
): SentRequest {
  const body = bytes.length > 0 ? new TextDecoder().decode(bytes) : "";
  return { method, url, headers, bytes, body, sentAt };
}
