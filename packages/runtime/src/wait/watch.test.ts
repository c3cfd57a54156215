import { describe, expect, it } from "vitest";
import { connectTo, getJob } from "../../test/waiting.ts";
import type { SettledEvent } from "../hooks.ts";
import { watch } from "./watch.ts";

const within = { deadline: "10m" } as const;
const args = { jobId: "j1" };
const steps = [{ state: "NEW" }, { state: "RUN", percent: 50 }, { state: "DONE", output: "4" }] as const;

describe("watching", () => {
  it("tells of each poll; the last update is the outcome, which is returned too", async () => {
    const { connection } = connectTo(steps);
    const updates = watch(connection, getJob, args, within);
    const told = [];
    for (;;) {
      const { done, value } = await updates.next();
      told.push(value);
      if (done) break;
    }
    expect(told.map(({ status, progress }) => [status, progress])).toEqual([
      ["notStarted", undefined],
      ["running", 50],
      ["succeeded", undefined],
      ["succeeded", undefined],
    ]);
    expect(told[3]).toBe(told[2]);
    expect(told[3]).toMatchObject({ result: "4", resultJson: 4 });
    expect(new Set(told.map(({ token }) => token)).size).toBe(1);
    expect(told.map(({ elapsed }) => elapsed)).toEqual(
      [...told.map(({ elapsed }) => elapsed)].sort((a, b) => a - b),
    );
  });

  it("sends nothing before the first update is asked for, nor while the loop is at work", async () => {
    const { connection, clock, sent } = connectTo(steps);
    const updates = watch(connection, getJob, args, within);
    await clock.sleep(5_000);
    expect(sent).toHaveLength(0);
    for await (const _ of updates) {
      const before = sent.length;
      await clock.sleep(60_000);
      expect(sent).toHaveLength(before);
    }
  });

  it.each([{ given: "break" }, { given: "throw" }])(
    "stops at once when it is left by $given",
    async ({ given }) => {
      const ends: SettledEvent[] = [];
      const { connection, clock, sent } = connectTo(steps, { hooks: { settled: (end) => ends.push(end) } });
      const loop = async () => {
        for await (const _ of watch(connection, getJob, args, within)) {
          if (given === "throw") throw new Error("mine");
          break;
        }
      };
      await loop().catch((error) => expect(error.message).toBe("mine"));
      expect(ends).toMatchObject([{ status: "error", polls: 1 }]);
      await clock.sleep(3_600_000);
      expect(sent).toHaveLength(1);
    },
  );

  it("has ended as it has, also for who leaves at the outcome", async () => {
    const ends: SettledEvent[] = [];
    const { connection } = connectTo([{ state: "DONE" }], { hooks: { settled: (end) => ends.push(end) } });
    for await (const _ of watch(connection, getJob, args, within)) break;
    expect(ends).toMatchObject([{ status: "succeeded" }]);
  });

  it("says at once what is wrong with its options", () => {
    const { connection } = connectTo(steps);
    expect(() => watch(connection, getJob, args, {} as never)).toThrow(/deadline is missing/);
  });
});
