import { describe, expect, it } from "vitest";
import { connectTo, fine, getJob, service, startJob, unavailable } from "../../test/attempts.ts";
import type { JobsClient } from "../../test/paths.ts";
import { pause } from "../../test/pause.ts";
import { busy, type RawAnswer, silent, stuck, withRawServer } from "../../test/raw-server.ts";
import { operations as plainOperations, service as plainService } from "../../test/service.ts";
import { bearer, call, connect, createClient } from "../index.ts";

// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:events"): { getEventListeners(of: EventTarget, name: string): unknown[] };
};

declare const setImmediate: (then: (value: unknown) => void) => void;

const { getEventListeners } = process.getBuiltinModule("node:events");
const job = { jobId: "j1" };

type Send = (baseUrl: string, signal: AbortSignal) => Promise<unknown>;

const read: Send = (baseUrl, signal) => call(connect(service, { baseUrl }), getJob, job, { signal });
const write: Send = (baseUrl, signal) => call(connect(service, { baseUrl }), startJob, {}, { signal });
const byPath: Send = (baseUrl, signal) =>
  createClient<JobsClient>(plainService, plainOperations, { baseUrl }).http.GET("/jobs", { signal });
const withoutToken: Send = (baseUrl, signal) => {
  const auth = bearer(() => new Promise<string>(() => {}));
  return call(connect(service, { baseUrl, auth }), getJob, job, { signal });
};

describe.concurrent("an abort, against a server", () => {
  const rows: { given: string; send: Send; answer: RawAnswer; requests?: number }[] = [
    { given: "while sending a read", send: read, answer: silent },
    { given: "while sending a write", send: write, answer: silent },
    { given: "while sending by path", send: byPath, answer: silent },
    { given: "while reading the body", send: read, answer: stuck },
    { given: "while reading the body of a write", send: write, answer: stuck },
    { given: "while reading the body by path", send: byPath, answer: stuck },
    { given: "between two attempts", send: read, answer: busy },
    { given: "between two attempts by path", send: byPath, answer: busy },
    { given: "while waiting for a token", send: withoutToken, answer: silent, requests: 0 },
  ];

  it.each(rows)(
    "$given rejects with its reason before anything else happens, and no request follows",
    async ({ send, answer, requests = 1 }) => {
      await withRawServer([answer], async (baseUrl, sent) => {
        const controller = new AbortController();
        const reason = { mine: true };
        let isEnded = false;
        const ended = send(baseUrl, controller.signal)
          .then(
            () => undefined,
            (thrown: unknown) => thrown,
          )
          .finally(() => {
            isEnded = true;
          });
        while (sent() < requests) await pause(5);
        // Long enough for what is answered to arrive.
        await pause(150);
        controller.abort(reason);
        // Neither a timer nor the network comes before this: only microtasks do.
        await new Promise((resolve) => setImmediate(resolve));
        expect(isEnded).toBe(true);
        expect(await ended).toBe(reason);
        await pause(700);
        expect(sent()).toBe(requests);
        expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
      });
    },
  );
});

describe("an abort", () => {
  it("before the beginning sends nothing, and asks for no token", async () => {
    let asked = 0;
    const { connection, sent } = connectTo([fine], { auth: bearer(() => `t${++asked}`) });
    await expect(call(connection, getJob, job, { signal: AbortSignal.abort("no") })).rejects.toBe("no");
    expect([sent.length, asked]).toEqual([0, 0]);
  });

  it.each([{ given: null }, { given: 0 }, { given: "" }, { given: undefined }, { given: new Error("mine") }])(
    "rejects with its own reason, whatever it is: $given",
    async ({ given }) => {
      const controller = new AbortController();
      const { connection } = connectTo([
        () => {
          controller.abort(given);
          return new Promise<Response>(() => {});
        },
      ]);
      const thrown = await call(connection, getJob, job, { signal: controller.signal }).then(
        () => "answered",
        (reason: unknown) => reason,
      );
      expect(thrown).toBe(controller.signal.reason);
    },
  );

  it.each([
    { given: "request", want: 0 },
    { given: "retry", want: 1 },
  ] as const)("by the hook $given sends nothing more", async ({ given, want }) => {
    const controller = new AbortController();
    const hooks = { [given]: () => controller.abort("hook") };
    const { connection, sent } = connectTo([unavailable], { hooks });
    await expect(call(connection, getJob, job, { signal: controller.signal })).rejects.toBe("hook");
    await pause(20);
    expect(sent).toHaveLength(want);
  });

  it("leaves no listener where a call is answered", async () => {
    const { signal } = new AbortController();
    const { connection } = connectTo([unavailable, fine]);
    await call(connection, getJob, job, { signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
