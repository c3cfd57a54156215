import type { OperationDescription } from "../operation-description.ts";

/** By security scheme: the ways to log in for its credential (`x-session`). */
export type SessionDescriptions = Readonly<Record<string, readonly SessionDescription[]>>;

/** One way to log in. Places in an answer are runtime expressions (OAS 3.1.1 §4.8.20.4). */
export interface SessionDescription {
  /** The operation to log in with. If it asks for HTTP Basic, the inputs `username` and `password` are sent so. */
  readonly login: OperationDescription;
  /** What the user gives, by name, and whether it must be given. */
  readonly inputs: Readonly<Record<string, boolean>>;
  /** Its arguments; a string `$inputs.name` in them stands for what the user gave, and goes if nothing was given. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The operation that a Link Object of the login's answer leads to, and that answers with the token in its stead. */
  readonly then?: OperationDescription;
  /** Where in the last answer the token stands. */
  readonly token: string;
  /** The operation that ends the session. */
  readonly logout?: OperationDescription;
  /** Where in the last answer it stands when the token lapses: a time stamp, or seconds from now. */
  readonly expires?: string;
  /** How long the session lives without a request: an ISO 8601 duration. */
  readonly idle?: string;
  /** How long the session lives at most: an ISO 8601 duration. */
  readonly lifetime?: string;
}
