import { describe, expect, it } from "vitest";
import { scriptedFetch, slowFetch } from "../../test/scripted-fetch.ts";
import { connectTo, getJob, service } from "../../test/waiting.ts";
import { connect } from "../connection.ts";
import type { SettledEvent } from "../hooks.ts";
import { createVirtualClock } from "../testing/virtual-clock.ts";
import { settle } from "./settle.ts";

const args = { jobId: "j1" };

describe("the deadline", () => {
  it.each([
    { given: "10m", want: 600_000 },
    { given: 1_500, want: 1_500 },
    { given: "1d", want: 86_400_000 },
    // More than a timer can count to.
    { given: "90d", want: 7_776_000_000 },
  ] as const)("ends a wait after $given, and says how to go on", async ({ given, want }) => {
    const ends: SettledEvent[] = [];
    const { connection, clock } = connectTo([{ state: "RUN" }], {
      hooks: { settled: (end) => ends.push(end) },
    });
    const begun = clock.now();
    const wait = settle(connection, getJob, args, { deadline: given, interval: { max: "1d" } });
    const error = await wait.catch((thrown) => thrown);
    expect(clock.now() - begun).toBe(want);
    expect(error).toMatchObject({
      name: "RequestError",
      reason: "deadline",
      operation: "getJob",
      retryable: true,
      token: expect.stringMatching(/^[\w-]+$/),
      message: expect.stringMatching(/^getJob is running \("RUN"\) after [\d.]+ s and \d+ polls/),
    });
    expect(JSON.stringify(error)).not.toContain(error.token);
    expect(Object.keys(error)).not.toContain("token");
    expect(ends).toMatchObject([{ status: "error", elapsed: want }]);
  });

  it("cuts a poll that is under way", async () => {
    const clock = createVirtualClock();
    const { fetch, sent } = scriptedFetch(clock, { state: "DONE" });
    const connection = connect(service, { clock, fetch: slowFetch(clock, 25_000, fetch) });
    const begun = clock.now();
    const wait = settle(connection, getJob, args, { deadline: "10s" });
    const error = await wait.catch((thrown) => thrown);
    expect(error).toMatchObject({ reason: "deadline", message: expect.stringContaining("unknown") });
    expect(error.cause).toBeUndefined();
    expect([clock.now() - begun, sent.length]).toEqual([10_000, 0]);
  });

  it("cuts what hears no signal, too", async () => {
    const clock = createVirtualClock();
    const deaf = async () => {
      await clock.sleep(25_000);
      return Response.json({ state: "DONE" });
    };
    const wait = settle(connect(service, { clock, fetch: deaf }), getJob, args, { deadline: "10s" });
    await expect(wait).rejects.toMatchObject({ reason: "deadline" });
  });

  it("tells the failure of the last poll, and of no other", async () => {
    const busy = Response.json({}, { status: 503 });
    const within = { deadline: "1m" } as const;
    const failed = await settle(connectTo([busy]).connection, getJob, args, within).catch((error) => error);
    expect(failed.cause).toMatchObject({ name: "RequestError", message: expect.stringContaining("503") });
    const { connection } = connectTo([busy, { state: "RUN" }]);
    const went = await settle(connection, getJob, args, within).catch((error) => error);
    expect([went.reason, went.cause]).toEqual(["deadline", undefined]);
  });
});
