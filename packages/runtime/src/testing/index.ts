export { type AnswersOptions, answers } from "./answers.ts";
export { createMock, type Mock, type MockOptions } from "./create-mock.ts";
export type { DocumentedAnswer } from "./documented-answer.ts";
export { empty, hang, html, reset, type ThrottledOptions, throttled, truncated } from "./faults.ts";
export type { HttpNamespace } from "./handlers.ts";
export type {
  Answer,
  Answers,
  Mockable,
  MockablePoll,
  Partially,
  Script,
  Scripts,
  StepOf,
} from "./mock-types.ts";
export type { MockedService } from "./mocked.ts";
export type { MockRequest } from "./read-request.ts";
export {
  canceled,
  expired,
  failed,
  notStarted,
  running,
  type StateOptions,
  succeeded,
  waiting,
} from "./states.ts";
export type { AnswerStep, AnswerStepOptions, AnyStep, ExpiredStep, StateStep, StepOptions } from "./step.ts";
export { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";
