import type { CallOptions } from "../client-options.ts";
import type { Duration } from "../duration.ts";
import type { OperationDescription } from "../operation-description.ts";

/** How to wait. What is said of a call holds for each poll; a poll is not retried, the wait goes on instead. */
export interface SettleOptions extends Omit<CallOptions, "retry"> {
  /**
   * How long to wait at most; then the wait is given up with a RequestError of the reason `deadline`,
   * whose `token` says how to go on. A wait that is resumed has a deadline of its own.
   */
  readonly deadline: Duration;
  /**
   * The time between two polls: it begins with `first`, and grows to `max` as the wait goes on. By default one second
   * to 30 seconds; a Retry-After of an answer counts for more; it is never below 250 ms.
   */
  readonly interval?:
    | { readonly first?: Duration | undefined; readonly max?: Duration | undefined }
    | undefined;
  /**
   * What to do when nothing moves until a person acts: `wait` goes on until the deadline, `stop` ends the wait with
   * the outcome `waiting`. By default `wait`.
   */
  readonly onWaiting?: "wait" | "stop" | undefined;
  /**
   * HTTP statuses of a poll to go on after, such as 404 while a new execution spreads. By default none. An operation
   * that lists executions answers with an empty list instead: half a minute of these ends a wait, unless 404 is named.
   */
  readonly tolerate?: readonly number[] | undefined;
  /**
   * Whether to ask the server to cancel when the signal aborts or the deadline passes: once, for ten seconds at most,
   * and without waiting for the answer. By default false. Without a client, it is the operation that cancels.
   */
  readonly cancel?: boolean | OperationDescription | undefined;
}

/** How to start something and wait for it; the deadline holds for both together, and what is said of a call for both. */
export interface RunOptions<To extends string = string> extends SettleOptions, Pick<CallOptions, "retry"> {
  /** Which of the polled operations that the links of the start lead to; by default the first. */
  readonly to?: To | undefined;
}
