import type { TestCase } from "../cases/test-case.ts";
import type { Operation } from "../document/document.ts";
import { NOT_AUTHORISED } from "../report/remarks.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import { isSecured } from "./is-secured.ts";
import { isNegative } from "./negative-case.ts";
import { redirectOf } from "./redirect-of.ts";

/** What a caller may do whose credentials are good. */
export interface Rights {
  /** Learns from the answer to a request that bore credentials. */
  learn(testCase: TestCase, response: ReceivedResponse): void;
  /** Why a request that is wrong on purpose is not sent. */
  whyNot(testCase: TestCase): string | undefined;
}

/**
 * Learns from what is answered with 403 (RFC 9110 §15.5.4). Requests that are wrong on purpose come last: where the caller
 * may do nothing, none is sent; and what it may not do rightly, it does not do wrongly.
 */
export function createRights(): Rights {
  const forbidden = new Set<Operation>();
  let mayAny = false;
  return {
    learn(testCase, response) {
      const { operation } = testCase;
      if (isNegative(testCase) || !isSecured(operation)) return;
      if (response.status === 403) forbidden.add(operation);
      else if (redirectOf(operation, response) === undefined) mayAny = true;
    },
    whyNot(testCase) {
      if (!isNegative(testCase) || !isSecured(testCase.operation)) return undefined;
      const isOwn = testCase.negative.bears === "own" && forbidden.has(testCase.operation);
      const isAll = forbidden.size > 0 && !mayAny;
      return isOwn || isAll ? `${NOT_AUTHORISED}: the service answered 403` : undefined;
    },
  };
}
