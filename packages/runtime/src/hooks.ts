import type { OperationState } from "./operation-description.ts";
import type { RequestError } from "./request-error.ts";

/**
 * Told what goes on, as it goes on; for logs, metrics and traces. What a hook throws is dropped. No event carries a
 * header, a query, a body or a secret.
 *
 * @example
 * createClient({ hooks: { retry: ({ operation, attempt, delay }) => console.warn(operation, attempt, delay) } });
 */
export interface Hooks {
  /** A request is about to be sent. */
  request?(event: RequestEvent): void;
  /** It was answered, or not. */
  response?(event: ResponseEvent): void;
  /** It will be sent again, after a delay. */
  retry?(event: RetryEvent): void;
  /** While waiting: the long-running operation was asked how it stands. */
  poll?(event: PollEvent): void;
  /** The wait is over. */
  settled?(event: SettledEvent): void;
}

/** What is common to the events of one call. */
export interface RequestEvent {
  /** The `operationId`. */
  readonly operation: string;
  /** The same object in all events of one call, retries included: a key to keep a span or a timer under. */
  readonly call: object;
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** Counted from 1. */
  readonly attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  /** Absent if there was no answer. */
  readonly status?: number | undefined;
  /** Why there was none. */
  readonly failure?: "timeout" | "connection" | "aborted" | undefined;
  /** The vendor's name for the request, where the answer tells it. */
  readonly requestId?: string | undefined;
  /** From sending to the end of the answer, in milliseconds. */
  readonly duration: number;
}

export interface RetryEvent extends ResponseEvent {
  /** How long until the next attempt, in milliseconds. */
  readonly delay: number;
}

export interface PollEvent {
  readonly operation: string;
  /** The same object in all events of one wait. */
  readonly wait: object;
  readonly status: OperationState | "unknown" | "expired";
  /** The vendor's own word for it. */
  readonly value?: unknown;
  /** In percent, where the service tells it. */
  readonly progress?: number | undefined;
  /** Why the poll told nothing, if it did not and the wait goes on nevertheless. */
  readonly error?: RequestError;
  /** How many polls there have been. */
  readonly polls: number;
  /** Since the wait began, in milliseconds. */
  readonly elapsed: number;
}

export interface SettledEvent {
  readonly operation: string;
  readonly wait: object;
  /** How it ended: a final state, `waiting`, `expired`, or `error` if it was given up or left. */
  readonly status: string;
  readonly polls: number;
  readonly elapsed: number;
}

/**
 * Calls a hook, which must not break the call that it watches: what it throws is dropped. So is what the promise of an
 * async function is rejected with, which would end a process of Node.
 *
 * @param event - makes what it is told, which costs nothing where nobody listens
 */
export function tell<Name extends keyof Hooks>(hooks: Hooks, name: Name, event: () => EventOf<Name>): void {
  const hook = hooks[name] as ((event: EventOf<Name>) => unknown) | undefined;
  if (hook) (async () => hook.call(hooks, event()))().catch(() => {});
}

type EventOf<Name extends keyof Hooks> = Parameters<NonNullable<Hooks[Name]>>[0];
