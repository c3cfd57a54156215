/**
 * How many retries all calls of a client together have left, in tenths of one: it keeps many that fail at the same time
 * from sending many times as many requests.
 */
export interface RetryBudget {
  readonly size: number;
  left: number;
}

// As in gRPC's retry throttling (proposal A6): ten successes earn one retry.
const RETRY = 10;

export function createRetryBudget(retries: number): RetryBudget {
  return { size: retries * RETRY, left: retries * RETRY };
}

/** Takes one retry, if there is one. */
export function takeRetry(budget: RetryBudget): boolean {
  if (budget.left < RETRY) return false;
  budget.left -= RETRY;
  return true;
}

/** A call went well. */
export function earnRetry(budget: RetryBudget): void {
  budget.left = Math.min(budget.size, budget.left + 1);
}
