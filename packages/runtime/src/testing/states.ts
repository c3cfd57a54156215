import type { OperationState } from "../operation-description.ts";
import { successAct } from "./answer-act.ts";
import { composeExpired, composeState } from "./compose-state.ts";
import type { MockablePoll, Partially } from "./mock-types.ts";
import { type AnswerStepOptions, type ExpiredStep, type StateStep, toStep } from "./step.ts";

/** What an answer says of how it goes; `progress`, `result` and `error` only where the answers have such a mark. */
export type StateOptions<Poll extends MockablePoll> = AnswerStepOptions & {
  /** The vendor's own word, where several mean the same state. */
  readonly value?: Poll["value"] | undefined;
  /** Laid over the documented body; of a list, item by item. A member that is `undefined` is left out. */
  readonly body?: Partially<Poll["data"]> | undefined;
} & {
  // Over a list of names rather than `keyof Poll`, from which the compiler would infer `Poll` the wrong way round.
  readonly [Mark in "progress" | "result" | "error" as Mark extends keyof Poll ? Mark : never]?:
    | Poll[Mark]
    | undefined;
};

/**
 * It is accepted, and has not begun.
 *
 * @example
 * createMock({ getJob: [notStarted(), running({ progress: 40 }), succeeded()] });
 */
export function notStarted<Poll extends MockablePoll = MockablePoll>(
  options?: StateOptions<Poll>,
): StateStep<Poll, "notStarted"> {
  return state("notStarted", options);
}

/**
 * It is at work.
 *
 * @example
 * createMock({ getJob: [running({ times: 3, progress: 40 }), succeeded()] });
 */
export function running<Poll extends MockablePoll = MockablePoll>(
  options?: StateOptions<Poll>,
): StateStep<Poll, "running"> {
  return state("running", options);
}

/**
 * Nothing moves until a person acts.
 *
 * @example
 * createMock({ getJob: [running(), waiting()] });
 */
export function waiting<Poll extends MockablePoll = MockablePoll>(
  options?: StateOptions<Poll>,
): StateStep<Poll, "waiting"> {
  return state("waiting", options);
}

/**
 * It ended well.
 *
 * @example
 * createMock({ getJob: succeeded({ result: { lines: 3 } }) });
 */
export function succeeded<Poll extends MockablePoll = MockablePoll>(
  options?: StateOptions<Poll>,
): StateStep<Poll, "succeeded"> {
  return state("succeeded", options);
}

/**
 * It ended with an error.
 *
 * @example
 * createMock({ getJob: failed({ error: { detail: "no space left" } }) });
 */
export function failed<Poll extends MockablePoll = MockablePoll>(
  options?: StateOptions<Poll>,
): StateStep<Poll, "failed"> {
  return state("failed", options);
}

/**
 * It was ended on request.
 *
 * @example
 * createMock({ getJob: [running(), canceled()] });
 */
export function canceled<Poll extends MockablePoll = MockablePoll>(
  options?: StateOptions<Poll>,
): StateStep<Poll, "canceled"> {
  return state("canceled", options);
}

/**
 * The service has forgotten how it went: a success without a status.
 *
 * @throws TypeError (`createMock` does) if the operation is not documented to.
 * @example
 * createMock({ getJob: expired() });
 */
export function expired(options: AnswerStepOptions = {}): ExpiredStep {
  return { ...toStep(options, (mocked) => successAct(composeExpired(mocked), options)), kind: "expired" };
}

function state<Poll, State extends OperationState>(
  name: State,
  options: StateOptions<MockablePoll> = {},
): StateStep<Poll, State> {
  const step = toStep(options, (mocked) =>
    successAct(composeState(mocked, { ...options, state: name }), options),
  );
  return { ...step, kind: "state", state: name };
}
