import type { Poll } from "../operation.ts";

/** Any poll: what the type parameters below range over. */
export type AnyPoll = Poll<object, unknown, unknown, unknown, unknown>;

/** How a long-running operation stands at one poll; the last update of a wait is its outcome. */
export type Update<Of extends AnyPoll = AnyPoll> = Unfinished<Of, PendingStatus> | Outcome<Of>;

/** The states that are not final; `unknown` where the documentation does not tell what the vendor's value means. */
export type PendingStatus = "notStarted" | "running" | "waiting" | "unknown";

/** What every update tells. */
export interface Standing<Of extends AnyPoll, Status extends string> {
  /** The canonical state. */
  readonly status: Status;
  /** The vendor's own value; of a list of executions, that of the one that decides. */
  readonly value: Of["value"] | undefined;
  /** How far it is, from 0 to 100 percent, where the service tells it; of a list, the mean. */
  readonly progress: number | undefined;
  /** The whole answer; of one in pages, the first with the items of all that were asked for. */
  readonly data: Of["data"];
  readonly response: Response;
  /** How many polls there have been, this one included; a wait that is resumed counts anew. */
  readonly polls: number;
  /** Since the wait began, in milliseconds; a wait that is resumed counts from its first beginning. */
  readonly elapsed: number;
  /** What `resume` takes, in this process or in another one. It holds the arguments of the poll, and no credentials. */
  readonly token: string;
}

/** What it tells before it is settled may hold some of its result and its error already. */
export interface Unfinished<Of extends AnyPoll, Status extends string> extends Standing<Of, Status> {
  readonly result: Of["result"] | undefined;
  readonly error: Of["error"] | undefined;
}

/** How a wait ended. */
export type Outcome<Of extends AnyPoll = AnyPoll> =
  | (Standing<Of, "succeeded"> & {
      /** What it brought about, as on the wire. */
      readonly result: Of["result"];
      /**
       * What the result's string holds, if it is documented to hold JSON and does; otherwise `undefined`. Of a list of
       * executions, a list: one for each result.
       */
      readonly resultJson: unknown;
    })
  | (Standing<Of, "failed"> & {
      /** Why it failed, as on the wire. */
      readonly error: Of["error"];
      /** What the reason's string holds, if it is documented to hold JSON and does; otherwise `undefined`. */
      readonly errorJson: unknown;
      /** What it brought about nevertheless. */
      readonly result: Of["result"] | undefined;
    })
  | Unfinished<Of, "canceled">
  /** Nothing moves until a person acts; it ends a wait only with `onWaiting: "stop"`. */
  | Unfinished<Of, "waiting">
  /** The service no longer knows how it went: its answer is a success without a status. */
  | Standing<Of, "expired">;
