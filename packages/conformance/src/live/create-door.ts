import type { TestCase } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { NOT_AUTHORISED } from "../report/remarks.ts";
import type { Caller } from "../run/caller.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import type { OutgoingRequest } from "../wire/send.ts";
import { explainLoss, isLostForGood } from "./explain-loss.ts";
import { NotAllowed } from "./guard-sends.ts";
import { isSecured } from "./is-secured.ts";
import { isNegative } from "./negative-case.ts";
import { redirectOf } from "./redirect-of.ts";
import { refusalOfCaller } from "./refusal-of-caller.ts";
import { createRights } from "./rights.ts";
import { type Seen, watchSends } from "./watch-sends.ts";

export interface DoorOptions {
  readonly document: Document;
  /** Which operation a request is for. */
  readonly operationOf: (request: OutgoingRequest) => Operation | undefined;
  /** operationIds of those that let a client in. */
  readonly logins: readonly string[];
  /** Told why a case cannot be judged by what was sent for it. */
  readonly onHeld: (testCase: TestCase, why: string) => void;
}

/** How often a service may not answer, or lead elsewhere, before it has ever answered otherwise. */
const PATIENCE = 2;

/**
 * Stops before a closed door: a service that does not take the caller's credentials is not shown them again, since it may
 * lock the user out; one that is not there, or that leads elsewhere, is not asked for everything else.
 *
 * Until the door is known to be open, cases go to it one after the other. Once it was open, a refusal is that of the one
 * operation.
 */
export function createDoor(options: DoorOptions): (call: Caller) => Caller {
  const { document, logins, onHeld } = options;
  const opened = { secured: false, open: false };
  const redirected = { secured: 0, open: 0 };
  const closed: { secured?: string; open?: string } = {};
  const rights = createRights();
  let hasAnswered = false;
  let silent = 0;
  let turn: Promise<unknown> = Promise.resolve();

  return (call) => async (testCase, send) => {
    const kind = isSecured(testCase.operation) ? "secured" : "open";
    if (opened[kind] || closed[kind] !== undefined) return ask();
    const mine = turn.then(ask);
    turn = mine.catch(() => undefined);
    return mine;

    async function ask(): ReturnType<Caller> {
      const why = closed[kind] ?? rights.whyNot(testCase);
      if (why !== undefined) {
        onHeld(testCase, why);
        return { kind: "thrown", error: new NotAllowed(`not sent: ${why}`) };
      }
      const seen: Seen[] = [];
      const outcome = await call(testCase, watchSends(options, send, seen));
      learn(testCase, kind, seen);
      return outcome;
    }
  };

  function learn(testCase: TestCase, kind: keyof typeof closed, seen: readonly Seen[]): void {
    const last = seen.at(-1);
    if (!last) return;
    const { operation, bears, response, lost } = last;
    hasAnswered ||= seen.some((one) => one.response);
    const isLogin = operation && operation !== testCase.operation && logins.includes(operation.id);
    if (!response) learnSilence(lost ?? "");
    else if (isLogin) learnLogin(testCase, operation, response);
    else learnAnswer(testCase, kind, response, bears);
  }

  function learnAnswer(
    testCase: TestCase,
    kind: keyof typeof closed,
    response: ReceivedResponse,
    bears: boolean,
  ): void {
    if (bears) rights.learn(testCase, response);
    if (isSuccess(response.status)) opened[kind] = true;
    if (opened[kind]) return;
    if (redirectOf(testCase.operation, response) !== undefined) learnRedirect(kind, testCase, response);
    else if (bears) learnRefusal(testCase, response);
  }

  function learnRefusal(testCase: TestCase, response: ReceivedResponse): void {
    const isOwn = !isNegative(testCase) || testCase.negative.bears === "own";
    if (!testCase.authenticated || !isOwn) return;
    const refusal = refusalOfCaller(document, testCase.operation, response);
    // Who is known and may not do one thing may do another.
    if (refusal === undefined || refusal === "403") return;
    closed.secured = `${NOT_AUTHORISED}: the service answered ${refusal} to ${testCase.operation.id}`;
  }

  function learnSilence(lost: string): void {
    silent += 1;
    if (hasAnswered || (silent < PATIENCE && !isLostForGood(lost))) return;
    closed.open = explainLoss(lost);
    closed.secured = closed.open;
  }

  function learnLogin(testCase: TestCase, operation: Operation, response: ReceivedResponse): void {
    const { status } = response;
    if (isSuccess(status)) return;
    const coded = refusalOfCaller(document, operation, response) ?? String(status);
    // What passes is no word on the credentials.
    const isRefused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    const why = `${NOT_AUTHORISED}: login ${isRefused ? "refused" : "failed"}: ${coded} from ${operation.id}`;
    onHeld(testCase, why);
    if (isRefused) closed.secured = why;
  }

  function learnRedirect(
    kind: keyof typeof closed,
    { operation }: TestCase,
    response: ReceivedResponse,
  ): void {
    redirected[kind] += 1;
    if (redirected[kind] < PATIENCE) return;
    closed[kind] =
      `the wrong host, or a login page: ${response.status} to ${redirectOf(operation, response)}`;
  }
}
