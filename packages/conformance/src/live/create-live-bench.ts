import { createAuthority } from "../authentication/authority.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import type { CheckOptions } from "../run/check-options.ts";
import type { ClientModule } from "../run/client-caller.ts";
import type { CaseRun } from "../run/run-case.ts";
import { type Clock, systemClock } from "../sandbox/clock.ts";
import type { OutgoingRequest, Send } from "../wire/send.ts";
import { createDoor } from "./create-door.ts";
import type { Environment } from "./environment.ts";
import { guardSends, operationOf } from "./guard-sends.ts";
import { BudgetSpent, createLimiter, Interrupted } from "./limit-sends.ts";
import type { Limits } from "./limits.ts";
import { createLiveCaller } from "./live-caller.ts";
import { loginOperations } from "./login-operations.ts";
import { isThrottled } from "./retry-hint.ts";
import { retryReads } from "./retry-reads.ts";

export interface LiveOptions {
  readonly document: Document;
  readonly baseUrl: string;
  readonly limits: Limits;
  /** The operations that may be sent though they are no reads. */
  readonly allowWrites: readonly string[];
  /** Absent: the judge sends the requests itself. */
  readonly module?: ClientModule;
  readonly env?: Environment;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

/** Where a run begins. */
interface Beginning {
  /** How many requests of the budget an earlier sitting has spent. */
  readonly sent: number;
  /** Told before each request how many were sent with it, and what for; waited for. */
  readonly onSend: (sent: number, testCase: TestCase) => Promise<void>;
}

/** What a run needs that is careful with the service it asks. */
export type LiveBench = Pick<CheckOptions, "call" | "authority" | "explain" | "concurrency" | "isLogin"> & {
  readonly authenticated: boolean;
  /** Whether there is an access key. */
  readonly signs: boolean;
  /** By which credentials, in words. */
  readonly by: string;
  /** Begins where an earlier sitting ended, before anything is sent, and tells of each request. */
  readonly begin: (beginning: Beginning) => void;
  /** How many requests were let through. */
  readonly sent: () => number;
  /** Whether none is left. */
  readonly isSpent: () => boolean;
};

/**
 * Sends requests as a good guest: what is not allowed is held back, the limits are kept by whatever is sent, also to log
 * in or to ask again, and what says nothing about the service is explained.
 */
export function createLiveBench(options: LiveOptions): LiveBench {
  const { document, baseUrl, limits, clock = systemClock, signal } = options;
  let limiter = createLimiter(limits, { clock, ...(signal && { signal }) });
  let tell: Beginning["onSend"] = async () => undefined;
  const logins = loginOperations(document);
  const allowed = [...options.allowWrites, ...logins];
  const nameOf = (request: Pick<OutgoingRequest, "method" | "url" | "headers">) =>
    operationOf(document, baseUrl, request);
  const caller = createLiveCaller(options);
  const held = new Map<TestCase, string>();
  const patient = retryReads(caller.call, { ...options, retries: limits.retries });
  const door = createDoor({
    ...{ document, logins, operationOf: nameOf },
    onHeld: (testCase, why) => held.set(testCase, why),
  });
  return {
    call: door((testCase, send) => {
      // What is not allowed is held back before it is counted.
      const limited = limiter.wrap(send, (sent) => tell(sent, testCase));
      const polite = guardSends(limited, { document, baseUrl, allowed });
      return patient(
        testCase,
        noting(polite, (why) => held.set(testCase, why)),
      );
    }),
    isLogin(request, { operation }) {
      if (logins.length === 0) return false;
      const named = nameOf(request);
      return named !== undefined && named !== operation && logins.includes(named.id);
    },
    explain: (run) => held.get(run.testCase) ?? explainThrottling(document, run),
    ...(caller.credentials && { authority: createAuthority(caller.credentials) }),
    concurrency: limits.concurrency,
    authenticated: caller.authenticated,
    signs: caller.signs,
    by: caller.by,
    begin({ sent, onSend }) {
      limiter = createLimiter(limits, { clock, sent, ...(signal && { signal }) });
      tell = onSend;
    },
    sent: () => limiter.sent,
    isSpent: () => limiter.isSpent,
  };
}

/** Tells why a request was not sent, since a client may keep it to itself. */
function noting(send: Send, note: (why: string) => void): Send {
  return async (request) => {
    try {
      return await send(request);
    } catch (error) {
      if (error instanceof BudgetSpent || error instanceof Interrupted) note(error.message);
      throw error;
    }
  };
}

function explainThrottling(
  document: Document,
  { testCase, exchange: { response } }: CaseRun,
): string | undefined {
  if (!response || !isThrottled(document, testCase.operation, response)) return undefined;
  return `throttled: the service answered ${response.status}; --rate asks less often`;
}
