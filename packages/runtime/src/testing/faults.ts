import { type Duration, toMilliseconds } from "../duration.ts";
import { answerAct, successAct } from "./answer-act.ts";
import { composeAnswer } from "./compose-answer.ts";
import { composeThrottling, hintHeaders } from "./compose-throttling.ts";
import { documentedSuccesses, toStatus } from "./documented-answer.ts";
import type { Mocked } from "./mocked.ts";
import { type Act, type AnswerStepOptions, type AnyStep, type StepOptions, toStep } from "./step.ts";

/** How a service says that it is asked too often. */
export interface ThrottledOptions extends AnswerStepOptions {
  /** How long it asks to wait; by default a second. */
  readonly retryAfter?: Duration | undefined;
}

/**
 * The service is asked too often, and says so as it is documented to: by its own status, code and header where it has
 * them, else by 429 and `Retry-After`.
 *
 * @example
 * createMock({ getJob: [throttled({ times: 2, retryAfter: "5s" }), answers(200)] });
 */
export function throttled(options: ThrottledOptions = {}): AnyStep {
  const delay = toMilliseconds(options.retryAfter ?? "1s", "retryAfter");
  return anyStep(options, (mocked) => {
    const { status, composed } = composeThrottling(mocked);
    const headers = { ...hintHeaders(mocked, delay), ...options.headers };
    return answerAct(status, composed, { headers });
  });
}

/**
 * A page in place of an answer, as gateways and proxies send.
 *
 * @example
 * createMock({ getJob: [html(502), answers(200)] });
 */
export function html(status: number, options: AnswerStepOptions = {}): AnyStep {
  const body = `<!doctype html>\n<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;
  const headers = { "content-type": "text/html", ...options.headers };
  return anyStep(options, () => ({ kind: "answer", status, headers, body }));
}

/**
 * The first half of the first documented success: JSON that ends too early.
 *
 * @throws TypeError (`createMock` does) if none of the successes has a JSON body.
 * @example
 * createMock({ getJob: [truncated(), answers(200)] });
 */
export function truncated(options: AnswerStepOptions = {}): AnyStep {
  return anyStep(options, (mocked) => {
    const act = successAct(composeAnswer(mocked, successStatus(mocked)), options);
    const whole = typeof act.body === "string" ? act.body : "";
    const half = whole.slice(0, Math.ceil(whole.length / 2));
    // What ends in a bracket might be whole.
    const body = half.replace(/[}\]\s]+$/, "");
    if (/^[[{]/.test(body)) return { ...act, body };
    throw new TypeError(`The successes of ${mocked.operation.id} are no JSON that could be cut off.`);
  });
}

/**
 * A success without the body that it should have.
 *
 * @example
 * createMock({ getJob: [empty(), answers(200)] });
 */
export function empty(options: AnswerStepOptions = {}): AnyStep {
  return anyStep(options, (mocked) => {
    const act = successAct(composeAnswer(mocked, successStatus(mocked)), options);
    return { ...act, body: undefined };
  });
}

/**
 * The connection breaks off before there is an answer: `fetch` rejects.
 *
 * @example
 * createMock({ getJob: [reset({ times: 2 }), answers(200)] });
 */
export function reset(options: StepOptions = {}): AnyStep {
  return anyStep(options, () => ({ kind: "reset" }));
}

/**
 * No answer ever, until the signal aborts. For time-outs to come, give the mock and the client the same clock.
 *
 * @example
 * createMock({ getJob: [hang(), answers(200)] }, { clock });
 */
export function hang(options: StepOptions = {}): AnyStep {
  return anyStep(options, () => ({ kind: "hang" }));
}

function anyStep(options: StepOptions, act: (mocked: Mocked) => Act): AnyStep {
  return { ...toStep(options, act), kind: "any" };
}

function successStatus(mocked: Mocked): number {
  const [first] = documentedSuccesses(mocked);
  return first ? toStatus(first) : 200;
}
