import type { Ending } from "../sandbox/world/world.ts";
import type { Lifecycle } from "./documented-lifecycles.ts";
import { type Ended, type LifecycleBench, setUpLifecycle } from "./lifecycle-stage.ts";

/** How a wait ended, and what came of it. */
export interface Story {
  /** The canonical states that the wait ended with, one after the other. */
  readonly states: readonly string[];
  /** What the last of them brought: `result`, `error`. */
  readonly brought: readonly string[];
}

/** Plays one lifecycle through a client, on a sandbox of its own, in virtual time. */
export async function playLifecycle(
  bench: LifecycleBench,
  lifecycle: Lifecycle,
  ending: Ending,
): Promise<Story> {
  const { start, poll } = lifecycle;
  const stage = await setUpLifecycle(bench, lifecycle);
  if (ending !== "canceled" && ending !== "expired") {
    stage.sandbox.rules.add({ operation: start.id, outcome: ending, times: 1 });
  }
  const options = { to: poll.id, deadline: "10m", onWaiting: "stop" };
  if (ending === "canceled") {
    // The wait runs out of time before the execution ends, and asks the service to cancel.
    const late = await failure(
      stage.client.run(start.id, stage.args, { ...options, deadline: "300ms", cancel: true }),
    );
    return tell([await stage.client.resume(late.token, { deadline: "10m" })]);
  }
  const first = await stage.client.run(start.id, stage.args, options);
  if (ending === "waiting" && lifecycle.answer) {
    await stage.answer();
    return tell([first, await stage.client.resume(first.token, { deadline: "10m" })]);
  }
  if (ending !== "expired") return tell([first]);
  stage.sandbox.advance((lifecycle.expires ?? 0) + 1000);
  return tell([first, await stage.client.resume(first.token, { deadline: "10m" })]);
}

function tell(outcomes: readonly Ended[]): Story {
  const last = outcomes.at(-1);
  return {
    states: outcomes.map(({ status }) => status),
    brought: (["result", "error"] as const).filter((name) => last?.[name] !== undefined),
  };
}

async function failure(wait: Promise<Ended>): Promise<{ token: string }> {
  const error = await wait.then(
    ({ status }) => new Error(`the wait ended by itself: ${status}`),
    (cause) => cause as Error & { token?: string },
  );
  if ("token" in error && error.token !== undefined) return { token: error.token };
  throw error;
}
