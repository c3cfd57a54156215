import type { Bytes } from "./bytes.ts";

/** A request as it is about to be sent, again and again if need be: nothing in it is used up by sending. */
export interface WireRequest {
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  /** By name in lower case. A credential adds its own. */
  readonly headers: Record<string, string>;
  readonly body: string | Blob | FormData | Bytes | undefined;
}
