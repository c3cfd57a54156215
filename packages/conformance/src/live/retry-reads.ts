import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { isRead } from "../document/is-read.ts";
import type { Caller } from "../run/caller.ts";
import { type Clock, systemClock } from "../sandbox/clock.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import type { Send } from "../wire/send.ts";
import { NotAllowed } from "./guard-sends.ts";
import { BudgetSpent, Interrupted } from "./limit-sends.ts";
import { isThrottled, retryHint } from "./retry-hint.ts";

export interface RetryOptions {
  readonly document: Document;
  /** How often a read is asked again, at the most. */
  readonly retries: number;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  /** From 0 up to, and without, 1. */
  readonly random?: () => number;
}

/** The first wait, in milliseconds; the next are twice as long each. */
const FIRST = 500;
/** No wait is longer, in milliseconds: who asks for more is not asked again. */
const LONGEST = 60_000;
/** What passes by itself (RFC 9110 §15.6.3 to §15.6.5). */
const PASSING = [502, 503, 504];

/**
 * Asks a read again that was throttled, failed in passing or got no answer: after a random part of a wait that doubles
 * (full jitter), and not before the service asks for it. It is made anew each time, since a signature is good once.
 */
export function retryReads(call: Caller, options: RetryOptions): Caller {
  const { document, retries, clock = systemClock, signal, random = Math.random } = options;
  return async (testCase, send) => {
    const last: { response?: ReceivedResponse; error?: unknown } = {};
    const watched = watch(send, last);
    for (let tries = 0; ; tries += 1) {
      const outcome = await call(testCase, watched);
      const wait =
        tries < retries && isRead(document, testCase.operation) ? waitFor(testCase, last, tries) : undefined;
      if (wait === undefined || signal?.aborted) return outcome;
      await clock.sleep(wait, signal);
      if (signal?.aborted) return outcome;
    }
  };

  function waitFor(
    { operation, status }: TestCase,
    { response, error }: { response?: ReceivedResponse; error?: unknown },
    tries: number,
  ): number | undefined {
    const jitter = random() * Math.min(LONGEST, FIRST * 2 ** tries);
    if (!response) {
      const isOurs = [BudgetSpent, Interrupted, NotAllowed].some((own) => error instanceof own);
      return isOurs || error === undefined ? undefined : jitter;
    }
    const isPassing = PASSING.includes(response.status) && response.status !== status;
    if (!isPassing && !isThrottled(document, operation, response)) return undefined;
    const hint = retryHint(document, response, clock.now()) ?? 0;
    return hint > LONGEST ? undefined : hint + jitter;
  }
}

/** Keeps the last answer, or why there was none. */
function watch(send: Send, last: { response?: ReceivedResponse; error?: unknown }): Send {
  return async (request) => {
    delete last.response;
    delete last.error;
    try {
      last.response = await send(request);
      return last.response;
    } catch (error) {
      last.error = error;
      throw error;
    }
  };
}
