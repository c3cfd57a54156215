/** A body that is not what the documentation says of its status. */
export interface MalformedBody {
  /**
   * `empty`: nothing came. `html`: a page, as proxies and gateways send. `truncated`: JSON that ends too early.
   * `not-json`: declared or documented as JSON, and is something else. `unreadable`: the connection broke off.
   * `invalid`: it is not what is documented of it, by a strict validation.
   */
  readonly reason: "empty" | "html" | "truncated" | "not-json" | "unreadable" | "invalid";
  /** The declared Content-Type; empty if there is none. */
  readonly mediaType: string;
  /** What did come, as text. */
  readonly text: string;
  /** Where an `invalid` body is not what is documented. */
  readonly findings?: readonly Finding[];
}

/** One place where a body is not what is documented of it. */
export interface Finding {
  /** A JSON pointer into the body. */
  readonly at: string;
  /** What is documented there. */
  readonly expected: string;
  /** What stands there: its kind or, of what is short and no secret by its name, its value. */
  readonly received: string;
}
