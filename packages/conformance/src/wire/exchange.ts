/** One request and what came of it, as it went over the wire. */
export interface Exchange {
  readonly request: SentRequest;
  /** Absent when no answer arrived. */
  readonly response?: ReceivedResponse;
  /** Why no answer arrived. */
  readonly lost?: Lost;
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The body as text. */
  readonly body: string;
  /** The same as it travels: it is the bytes that a signature is of. */
  readonly bytes: Uint8Array;
  /** When it passed by, in milliseconds since the epoch. */
  readonly sentAt: number;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The bytes of the body, undecoded: a decoder would hide a byte order mark and broken UTF-8. */
  readonly body: Uint8Array;
}

export interface Lost {
  readonly kind: "timeout" | "network";
  readonly message: string;
}
