import { describe, expect, it } from "vitest";
import { connectTo, find as findAny, listJobs, service } from "../../test/waiting.ts";
import { createClient } from "../create-client.ts";
import type { Operation } from "../operation.ts";
import { json } from "../write/json.ts";
import { inMember } from "../write/place.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { settle } from "./settle.ts";
import { type Waits, waitingBy } from "./waits.ts";
import { watch } from "./watch.ts";

/** The same operation, without what only waiting needs. */
const { lro, ...plain } = listJobs;
const waits = { listJobs: lro } as Waits;

const startMany: Operation<{ name: string }, never> = {
  ...listJobs,
  id: "startMany",
  method: "POST",
  parameters: { name: inMember },
  body: { mediaType: "application/json", write: json },
  links: [{ status: "200", operationId: "listJobs", parameters: { group: "$request.body#/name" } }],
} as never;
const find = (id: string) => (id === "listJobs" ? plain : findAny(id));
const args = { group: "g" };
const within = { deadline: "5s" } as const;
const both = { jobs: [{ state: "DONE" }, { state: "FAILED" }] };

describe("what waiting needs stands apart from the operation", () => {
  it.each([
    { by: "settle", wait: (c: never) => waitingBy(waits, settle)(c, plain, args, within) },
    { by: "watch", wait: (c: never) => lastOf(waitingBy(waits, watch)(c, plain, args, within)) },
    {
      by: "run",
      wait: (c: never) => waitingBy(waits, run)(c, startMany, { name: "g" }, { ...within, to: plain }),
    },
  ])("$by finds it", async ({ wait }) => {
    const { connection } = connectTo([both]);
    expect(await wait(connection as never)).toMatchObject({ status: "failed" });
  });

  it("resume finds it", async () => {
    const { connection } = connectTo([{ jobs: [{ state: "RUN" }] }]);
    const error = await waitingBy(waits, settle)(connection, plain, args, within).catch((reason) => reason);
    const again = connectTo([both]).connection;
    expect(await waitingBy(waits, resume)(again, error.token, within, find)).toMatchObject({
      status: "failed",
    });
  });

  it("a client is given it", async () => {
    const { fetch, clock } = connectTo([both]).connection;
    const client = createClient<{ settle: (id: string, args: object, how: object) => Promise<unknown> }>(
      service,
      { listJobs: plain },
      { fetch, clock },
      async () => ({ settle, watch, run, resume, waits }),
    );
    expect(await client.settle("listJobs", args, within)).toMatchObject({ status: "failed" });
  });

  it("without it, there is nothing to wait for", async () => {
    const { connection } = connectTo([both]);
    await expect(settle(connection, plain, args, within)).rejects.toThrow("tells no status to wait for");
  });
});

async function lastOf<Last>(updates: AsyncGenerator<unknown, Last, undefined>): Promise<Last> {
  for (;;) {
    const { done, value } = await updates.next();
    if (done) return value;
  }
}
