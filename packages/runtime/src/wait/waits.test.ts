import { describe, expect, it } from "vitest";
import {
  cancelJob,
  connectTo,
  find as findAny,
  getJob,
  listJobs,
  service,
  startJob,
} from "../../test/waiting.ts";
import { createClient } from "../create-client.ts";
import type { Operation } from "../operation.ts";
import type { AnyResult } from "../result.ts";
import type { AnyPoll } from "./outcome.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { settle } from "./settle.ts";
import { type Waits, waitingBy } from "./waits.ts";
import { watch } from "./watch.ts";

/** The same operation, without what only waiting needs. */
function plain<Arguments extends object, Result extends AnyResult, Poll extends AnyPoll, Item>(
  operation: Operation<Arguments, Result, Poll, Item>,
): Operation<Arguments, Result, Poll, Item> {
  const { cancel, several, ...lro } = operation.lro ?? { status: "", states: {} };
  return { ...operation, lro };
}

const waits: Waits = {
  getJob: { cancel: getJob.lro?.cancel },
  listJobs: { several: listJobs.lro?.several },
} as Waits;
const getPlain = plain(getJob);
const find = (id: string) => (id === "getJob" ? getPlain : findAny(id)) as typeof getPlain;
const args = { jobId: "j1" };
const late = { deadline: "5s", cancel: true } as const;

describe("what waiting needs stands apart from the operation", () => {
  it.each([
    { by: "settle", wait: (c: never) => waitingBy(waits, settle)(c, getPlain, args, late, findAny) },
    { by: "watch", wait: (c: never) => drain(waitingBy(waits, watch)(c, getPlain, args, late, findAny)) },
    {
      by: "run",
      wait: (c: never) =>
        waitingBy(waits, run)(c, startJob, { name: "n" }, { ...late, to: getPlain }, findAny),
    },
  ])("$by finds it", async ({ by, wait }) => {
    const started = Response.json({ id: "j1" }, { status: 202 });
    const { connection, sent } = connectTo(by === "run" ? [started, { state: "RUN" }] : [{ state: "RUN" }]);
    await expect(wait(connection as never)).rejects.toMatchObject({ reason: "deadline" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent.at(-1)).toMatchObject({ path: "/jobs/j1/cancel" });
  });

  it("resume finds it", async () => {
    const { connection, sent } = connectTo([{ state: "RUN" }]);
    const error = await settle(connection, getPlain, args, { deadline: "5s" }).catch((reason) => reason);
    const again = waitingBy(waits, resume)(connection, error.token, late, find);
    await expect(again).rejects.toMatchObject({ reason: "deadline" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent.at(-1)).toMatchObject({ path: "/jobs/j1/cancel" });
  });

  it("and so for an answer that tells of several", async () => {
    const { connection } = connectTo([{ jobs: [{ state: "DONE" }, { state: "FAILED" }] }]);
    const outcome = await waitingBy(waits, settle)(
      connection,
      plain(listJobs),
      { group: "g" },
      { deadline: "5s" },
    );
    expect(outcome.status).toBe("failed");
  });

  it("a client is given it", async () => {
    const { connection, sent } = connectTo([{ state: "RUN" }]);
    const { fetch, clock } = connection;
    const operations = { getJob: getPlain, cancelJob };
    const client = createClient<{ settle: (id: string, args: object, how: object) => Promise<unknown> }>(
      service,
      operations,
      { fetch, clock },
      waits,
    );
    await expect(client.settle("getJob", args, late)).rejects.toMatchObject({ reason: "deadline" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent.at(-1)).toMatchObject({ path: "/jobs/j1/cancel" });
  });

  it("without it there is nothing to cancel by", async () => {
    const { connection } = connectTo([{ state: "RUN" }]);
    await expect(settle(connection, getPlain, args, late, findAny)).rejects.toThrow("cannot be canceled");
  });
});

async function drain(updates: AsyncGenerator): Promise<void> {
  for await (const _ of updates);
}
