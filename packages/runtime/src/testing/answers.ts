import { answerAct } from "./answer-act.ts";
import { composeAnswer } from "./compose-answer.ts";
import type { Answer, Partially } from "./mock-types.ts";
import { type AnswerStep, type AnswerStepOptions, toStep } from "./step.ts";

/** What a documented answer has otherwise than the documented example. */
export interface AnswersOptions<Body> extends AnswerStepOptions {
  /** Laid over the documented body; of a list, item by item. A member that is `undefined` is left out. */
  readonly body?: Partially<Body> | undefined;
}

/** Any answers: where nothing tells the compiler which operation a step is for. */
type AnyAnswers = Readonly<Record<number, Answer<unknown, string | number>>>;

/** The documented statuses; any, where the document speaks of a range or of all others. */
type StatusOf<Answers> =
  | Extract<keyof Answers, number>
  | ([Extract<keyof Answers, string>] extends [never] ? never : number);

type AnswerOf<Answers, Status> = Status extends keyof Answers
  ? Answers[Status]
  : Answers[Extract<keyof Answers, string>];

type BodyOf<Answers, Status> = AnswerOf<Answers, Status> extends Answer<infer Body, unknown> ? Body : never;
type NameOf<Answers, Status> = AnswerOf<Answers, Status> extends Answer<unknown, infer Name> ? Name : never;

/**
 * A documented answer: its first example, or the one of that name, or the one with that error code. What the document
 * shows no example of is made after its schema.
 *
 * @param name - an example's name, or an error code; also one under a success status, where errors come so
 * @throws TypeError (`createMock` does) if the operation does not document the status, or the name for it.
 * @example
 * createMock({ getJob: answers(404, "JobNotFound"), startJob: answers(202, { body: { id: "j-1" } }) });
 */
export function answers<Answers = AnyAnswers, Status extends StatusOf<Answers> = StatusOf<Answers>>(
  status: Status,
  name?: NameOf<Answers, Status> | AnswersOptions<BodyOf<Answers, Status>>,
  options?: AnswersOptions<BodyOf<Answers, Status>>,
): AnswerStep<Answers> {
  const isNamed = typeof name === "string" || typeof name === "number";
  const how: AnswersOptions<unknown> =
    (isNamed ? undefined : (name as AnswersOptions<unknown>)) ?? options ?? {};
  const step = toStep(how, (mocked) =>
    answerAct(status, composeAnswer(mocked, status, isNamed ? name : undefined), how),
  );
  return { ...step, kind: "answer" };
}
