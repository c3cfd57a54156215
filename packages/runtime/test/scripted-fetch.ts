import type { Clock, Fetch } from "../src/index.ts";

/** One answer: a body under 200, a response, or an error that stands for no answer. */
export type Step = Readonly<Record<string, unknown>> | Response | Error;

export interface Sent {
  /** In milliseconds, since the script was made. */
  readonly at: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: unknown;
}

/** A `fetch` that answers step by step, the last one again and again, and remembers what it was asked. */
export function scriptedFetch(
  clock: Clock,
  ...steps: readonly [Step, ...Step[]]
): { fetch: Fetch; sent: readonly Sent[] } {
  const sent: Sent[] = [];
  const begun = clock.now();
  return {
    sent,
    async fetch(url, { method = "", body, signal }) {
      signal?.throwIfAborted();
      const { pathname, search } = new URL(url);
      sent.push({ at: clock.now() - begun, method, path: pathname + search, body });
      const step = steps[Math.min(sent.length, steps.length) - 1];
      if (step instanceof Error) throw step;
      return step instanceof Response ? step.clone() : Response.json(step);
    },
  };
}

/** A server that answers nothing before so many milliseconds have passed on the clock. */
export function slowFetch(clock: Clock, milliseconds: number, answer: Fetch): Fetch {
  return async (url, init) => {
    await clock.sleep(milliseconds, init.signal ?? undefined);
    return answer(url, init);
  };
}
