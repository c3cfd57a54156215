import { describe, expect, it } from "vitest";
import {
  type Answer,
  answer,
  connectTo,
  fine,
  getJob,
  reset,
  startJob,
  tellJob,
  unavailable,
} from "../../test/attempts.ts";
import { type CallOptions, type ClientOptions, call } from "../index.ts";

const job = { jobId: "j1" };

describe("how often a call is sent", () => {
  const rows: { client?: ClientOptions["retry"]; one?: CallOptions["retry"]; want: number }[] = [
    { want: 3 },
    { client: false, want: 1 },
    { client: { attempts: 1 }, want: 1 },
    { client: { attempts: 5 }, want: 5 },
    { client: { budget: 0 }, want: 1 },
    { client: { attempts: 5, budget: 2 }, want: 3 },
    { one: false, want: 1 },
    { one: { attempts: 2 }, want: 2 },
    { client: false, one: { attempts: 4 }, want: 4 },
    { client: { attempts: 4 }, one: false, want: 1 },
    // What the call does not say is as for the client; the budget is that of the client.
    { client: { attempts: 4 }, one: { delay: "1s" }, want: 4 },
    { client: { attempts: 2, budget: 1 }, one: { attempts: 9 }, want: 2 },
  ];

  it.each(rows)("by the client's $client and its own $one: $want", async ({ client, one, want }) => {
    for (const step of [unavailable, reset]) {
      const { connection, sent } = connectTo([step], { retry: client });
      await call(connection, getJob, job, { retry: one }).catch(() => {});
      expect(sent).toHaveLength(want);
    }
  });
});

describe("the retries of a client", () => {
  const many = (count: number, one: () => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length: count }, one));

  it.each([
    { given: { budget: undefined }, want: 20 },
    { given: { budget: 5 }, want: 5 },
    { given: { budget: 5, attempts: 50 }, want: 5 },
  ])("are so few for a flood of failures, at once or one by one: $given", async ({ given, want }) => {
    for (const step of [unavailable, reset]) {
      const flooded = connectTo([step], { retry: given });
      await many(100, () => call(flooded.connection, getJob, job));
      expect(flooded.sent).toHaveLength(100 + want);

      const asked = connectTo([step], { retry: given });
      for (let n = 0; n < 30; n++) await call(asked.connection, getJob, job).catch(() => {});
      expect(asked.sent).toHaveLength(30 + want);
    }
  });

  const earning: { given: string; step: Answer; want: number }[] = [
    { given: "successes", step: fine, want: 1 },
    { given: "failures", step: answer(404), want: 0 },
    { given: "failures under 200", step: answer(200, { code: "NoSuchJob" }), want: 0 },
  ];

  it.each(earning)("are earned by $given: $want, and never more than at first", async ({ step, want }) => {
    let now = unavailable;
    const { connection, sent } = connectTo([(...asked) => now(...asked)], { retry: { budget: 1 } });
    await call(connection, getJob, job);
    expect(sent).toHaveLength(2);
    now = step;
    for (let n = 0; n < 50; n++) await call(connection, tellJob, {});
    now = unavailable;
    await many(10, () => call(connection, getJob, job));
    expect(sent).toHaveLength(2 + 50 + 10 + want);
  });

  it("are not taken by what is not sent again", async () => {
    const { connection, sent } = connectTo([unavailable], { retry: { budget: 1 } });
    for (let n = 0; n < 10; n++) await call(connection, startJob, {});
    await call(connection, getJob, job);
    expect(sent).toHaveLength(12);
  });
});
