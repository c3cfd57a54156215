import { assertOptions } from "../assert-options.ts";
import { type Duration, toMilliseconds } from "../duration.ts";
import type { OperationState } from "../operation-description.ts";
import { shown } from "../shown.ts";
import type { Mocked } from "./mocked.ts";

/** What every step of a script may say. */
export interface StepOptions {
  /** To how many requests in a row it applies; by default 1. The last step of a script applies for ever. */
  readonly times?: number | undefined;
  /** How long the answer takes, on the mock's clock; by default no time. */
  readonly delay?: Duration | undefined;
}

/** What every step that answers may say. */
export interface AnswerStepOptions extends StepOptions {
  /** They win over the documented ones. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** One step of a script. */
export interface Step {
  readonly times: number;
  /** In milliseconds. */
  readonly delay: number;
  /** What it makes of an operation. @throws TypeError if the operation is not documented so. @internal */
  readonly act: (mocked: Mocked) => Act;
}

/** What a request meets with. */
export type Act = AnswerAct | { readonly kind: "reset" } | { readonly kind: "hang" };

export interface AnswerAct {
  readonly kind: "answer";
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob | undefined;
}

// Two symbols: inferring from one kind of step must not look at the other.
declare const answersOf: unique symbol;
declare const pollOf: unique symbol;

/** An answer that is documented; of which operations, the compiler knows. */
export interface AnswerStep<Answers> extends Step {
  readonly kind: "answer";
  readonly [answersOf]?: (answers: Answers) => void;
}

/** A success that tells how something goes. */
export interface StateStep<Poll, State extends OperationState> extends Step {
  readonly kind: "state";
  readonly state: State;
  readonly [pollOf]?: (poll: Poll) => void;
}

/** A success that no longer tells it. */
export interface ExpiredStep extends Step {
  readonly kind: "expired";
}

/** What can happen to any request. */
export interface AnyStep extends Step {
  readonly kind: "any";
}

/** What steps of one kind or another take. */
const KNOWN = ["times", "delay", "headers", "body", "value", "progress", "result", "error", "retryAfter"];

/** @throws TypeError if an option is wrong. */
export function toStep(options: StepOptions, act: Step["act"]): Step {
  assertOptions(options, KNOWN);
  const { times = 1, delay } = options;
  if (!Number.isInteger(times) || times < 1) {
    throw new TypeError(
      `times is ${shown(times)}. It takes a whole number from 1 on. Example: { times: 3 }.`,
    );
  }
  return { times, delay: delay === undefined ? 0 : toMilliseconds(delay, "delay"), act };
}
