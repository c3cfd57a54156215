import type { Exchange } from "../wire/exchange.ts";

/** An exchange that anybody made, and what its record left out. */
export interface Captured {
  readonly exchange: Exchange;
  /** How long it took, in milliseconds. */
  readonly duration?: number;
  /** There was a body, and the record does not hold it. */
  readonly requestBody?: "missing";
  /** The same of the answer; or it is shorter than the record says that it was, or not what its content coding says. */
  readonly responseBody?: "missing" | "maybe cut" | "miscoded";
}

/** Something that was recorded, and is no exchange with a service: why not. */
export interface Unjudged {
  readonly unjudged: string;
}
