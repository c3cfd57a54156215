import { type Clock, systemClock } from "../sandbox/clock.ts";
import type { ReceivedResponse } from "../wire/exchange.ts";
import type { OutgoingRequest, Send } from "../wire/send.ts";
import type { Limits } from "./limits.ts";

/** Lets requests through no faster, and no more of them, than was agreed. */
export interface Limiter {
  /**
   * Sends when it is its turn.
   *
   * @param onSend told how many requests were let through with this one, and waited for, before it is sent
   */
  wrap(send: Send, onSend?: (sent: number) => Promise<void>): Send;
  /** How many requests were let through. */
  readonly sent: number;
  /** Whether none is left. */
  readonly isSpent: boolean;
}

/** The requests of a run are used up. */
export class BudgetSpent extends Error {
  override readonly name = "BudgetSpent";
}

/** A request was not sent, since nobody waits for its answer any more. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** What came before, and who wants to know what comes. */
export interface LimiterOptions {
  readonly clock?: Clock;
  /** Ends all waiting: nothing is sent after it. */
  readonly signal?: AbortSignal;
  /** How many requests were sent already, of the same budget. */
  readonly sent?: number;
}

/** What is known of one host. */
interface Host {
  /** When the next request may begin, in milliseconds since the epoch. */
  due: number;
  underWay: number;
  readonly waiting: (() => void)[];
}

/**
 * Keeps a budget, and for each host a rate and a concurrency. The rate is that of a bucket with room for one token: two
 * requests are never begun closer to each other than `1000 / rate` milliseconds, so that no second holds more than
 * `rate` of them. What is done to a request before it is sent, such as a retry or a login, counts like any other.
 *
 * @example
 * const limiter = createLimiter({ budget: 200, rate: 5, concurrency: 1, retries: 2 });
 * const polite = limiter.wrap(send);
 */
export function createLimiter(limits: Limits, options: LimiterOptions = {}): Limiter {
  const { clock = systemClock, signal } = options;
  const hosts = new Map<string, Host>();
  const interval = 1000 / limits.rate;
  let sent = options.sent ?? 0;
  return {
    wrap: (send, onSend) => (request) => pass(send, request, onSend),
    get sent() {
      return sent;
    },
    get isSpent() {
      return sent >= limits.budget;
    },
  };

  async function pass(
    send: Send,
    request: OutgoingRequest,
    onSend?: (sent: number) => Promise<void>,
  ): Promise<ReceivedResponse> {
    const host = hostOf(request);
    await enter(host);
    try {
      await wait(host, onSend);
      return await send(request);
    } finally {
      leave(host);
    }
  }

  async function wait(host: Host, onSend?: (sent: number) => Promise<void>): Promise<void> {
    refuseIfOver();
    sent += 1;
    // Before the turn is taken, so that nothing comes between it and the request.
    await onSend?.(sent);
    const due = Math.max(host.due, clock.now());
    host.due = due + interval;
    // A timer may fire a little early.
    while (clock.now() < due && !signal?.aborted) await clock.sleep(due - clock.now(), signal);
    if (signal?.aborted) {
      sent -= 1;
      throw new Interrupted("not sent: the run was interrupted");
    }
    // Whoever slept longer than it meant to pushes those behind it back.
    host.due = Math.max(host.due, clock.now() + interval);
  }

  function refuseIfOver(): void {
    if (signal?.aborted) throw new Interrupted("not sent: the run was interrupted");
    if (sent >= limits.budget)
      throw new BudgetSpent(`not sent: the budget of ${limits.budget} requests is spent`);
  }

  function hostOf({ url }: OutgoingRequest): Host {
    const { host: name } = new URL(url);
    const host = hosts.get(name) ?? { due: 0, underWay: 0, waiting: [] };
    hosts.set(name, host);
    return host;
  }

  async function enter(host: Host): Promise<void> {
    if (host.underWay >= limits.concurrency) {
      // The place is handed over: nobody gets in between.
      await new Promise<void>((resolve) => host.waiting.push(resolve));
      return;
    }
    host.underWay += 1;
  }

  function leave(host: Host): void {
    const next = host.waiting.shift();
    if (next) next();
    else host.underWay -= 1;
  }
}
