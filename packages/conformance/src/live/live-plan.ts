import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { isRead } from "../document/is-read.ts";
import { requestUrl } from "../run/caller.ts";
import type { PlannedCase } from "../run/plan-cases.ts";
import type { Limits } from "./limits.ts";
import { loginOperations } from "./login-operations.ts";
import { isNegative } from "./negative-case.ts";

/** What a live run is going to send, before it sends anything. */
export interface LivePlan {
  readonly provider: string;
  /** The base URL. */
  readonly target: string;
  /** Nothing is sent to any other. */
  readonly hosts: readonly string[];
  /** By which credentials, in words. */
  readonly credentials: string;
  readonly limits: Limits;
  /** What an earlier sitting has done of it. */
  readonly resumed?: LivePlanOptions["resumed"];
  /** At the most, without logins and retries; they count against the budget all the same. */
  readonly requests: number;
  readonly operations: readonly PlannedOperation[];
  /** The operations that are no reads, and that nobody allowed. */
  readonly heldBack: readonly string[];
  /** The operations that a client may log in with. */
  readonly logins: readonly string[];
  /** The lifecycle that is followed, if one is: from its start on. */
  readonly lifecycle?: readonly string[];
}

/** One operation that is sent. */
export interface PlannedOperation {
  readonly operation: string;
  readonly method: string;
  /** As documented. */
  readonly path: string;
  /** What is asked for, with the ids that are used: path and query. */
  readonly asks: string;
  readonly isRead: boolean;
  readonly requests: number;
  /** The requests that are wrong on purpose, by name. */
  readonly negatives: readonly string[];
}

export interface LivePlanOptions {
  readonly document: Document;
  readonly baseUrl: string;
  readonly cases: readonly PlannedCase[];
  readonly limits: Limits;
  readonly credentials: string;
  readonly lifecycle?: readonly string[];
  /** How many requests of the budget an earlier sitting has spent, and how many cases are known by it. */
  readonly resumed?: { readonly sent: number; readonly cases: number };
}

/** Says what a live run is going to send. It asks nothing. */
export function createLivePlan(options: LivePlanOptions): LivePlan {
  const { document, baseUrl, cases, limits, credentials, lifecycle, resumed } = options;
  const asked = cases.filter(({ skip }) => skip === undefined).map(({ testCase }) => testCase);
  const byOperation = Map.groupBy(asked, ({ operation }) => operation);
  const operations = document.operations.flatMap((operation): PlannedOperation[] => {
    const own = byOperation.get(operation);
    if (!own) return [];
    const { id, method, path } = operation;
    const negatives = own.filter(isNegative).map(({ name }) => name);
    const read = isRead(document, operation);
    const right = own.find((one) => !isNegative(one)) ?? (own[0] as TestCase);
    const { pathname, search } = requestUrl(document, right, baseUrl);
    const asks = `${pathname}${search}`;
    return [{ operation: id, method, path, asks, isRead: read, requests: own.length, negatives }];
  });
  const sent = new Set(operations.map(({ operation }) => operation));
  // Another shard tells of its own.
  const planned = new Set(cases.map(({ testCase }) => testCase.operation));
  return {
    provider: document.name,
    target: baseUrl,
    hosts: [new URL(baseUrl).host],
    credentials,
    limits,
    ...(resumed && { resumed }),
    requests: asked.length,
    operations,
    heldBack: document.operations
      .filter((operation) => lifecycle || planned.has(operation))
      .filter((operation) => !isRead(document, operation) && !sent.has(operation.id))
      .map(({ id }) => id)
      .filter((id) => !lifecycle?.includes(id)),
    logins: loginOperations(document),
    ...(lifecycle && { lifecycle }),
  };
}
