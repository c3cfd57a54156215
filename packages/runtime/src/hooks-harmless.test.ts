import { describe, expect, it } from "vitest";
import {
  type Answer,
  answer,
  connectTo,
  fine,
  getJob,
  reset,
  startJob,
  unavailable,
} from "../test/attempts.ts";
import { listen } from "../test/listen.ts";
import { bearer, call, type Hooks } from "./index.ts";

const job = { jobId: "j1" };

describe("a hook", () => {
  const fail = () => {
    throw new Error("the hook is broken");
  };
  const rows: { given: string; hook: () => void }[] = [
    { given: "throws", hook: fail },
    {
      given: "throws nothing",
      hook: () => {
        throw undefined;
      },
    },
    { given: "rejects", hook: async () => fail() },
    { given: "never ends", hook: () => new Promise(() => {}) },
    // biome-ignore lint/suspicious/noThenProperty: what is given is to look like a promise
    { given: "gives what only looks like a promise", hook: () => ({ then: fail }) },
  ];

  it.each(rows)("that $given breaks nothing", async ({ hook }) => {
    const { connection, sent } = connectTo([unavailable, reset, fine], {
      hooks: { request: hook, response: hook, retry: hook },
    });
    await expect(call(connection, getJob, job)).resolves.toMatchObject({ ok: true, data: { state: "done" } });
    expect(sent).toHaveLength(3);
    // What is rejected and not handled would end this run: it has the time to show.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it("may be a method that needs its object", async () => {
    class Counter implements Hooks {
      count = 0;
      request() {
        this.count++;
      }
    }
    const counter = new Counter();
    const { connection } = connectTo([unavailable, fine], { hooks: counter });
    await call(connection, getJob, job);
    expect(counter.count).toBe(2);
  });

  it("that writes to an event changes nothing", async () => {
    const { told, hooks } = listen();
    const spoil = (event: object) =>
      void Object.assign(event, { attempt: 9, url: "x", status: 200, delay: 1e9 });
    const all: Hooks = { request: spoil, response: spoil, retry: hooks.retry };
    const { connection, sent } = connectTo([unavailable, fine], { hooks: all });
    await call(connection, getJob, job);
    expect(told).toMatchObject([{ attempt: 1, url: "https://jobs.example.com/jobs/j1", status: 503 }]);
    expect(sent[1]?.at).toBeLessThan(1_000);
  });
});

describe("an event", () => {
  const canary = "canary-7f3a";
  const speaking: Answer = answer(503, { code: "Busy", message: canary }, { "x-told": canary });
  const failing: Answer = () => {
    throw new TypeError(canary, { cause: new Error(canary) });
  };

  it.each([
    { given: [speaking], of: getJob, args: { ...job, filter: canary, "X-Trace": canary } },
    { given: [failing], of: getJob, args: { ...job, filter: canary } },
    { given: [speaking], of: startJob, args: { name: canary } },
    { given: [answer(401, { message: canary }), fine], of: getJob, args: job },
  ])("holds no query, header, body or secret: $of.id", async ({ given, of, args }) => {
    const { told, hooks } = listen();
    let asked = 0;
    const auth = bearer(() => `${canary}-${++asked}`);
    const { connection, sent } = connectTo(given as [Answer], { hooks, auth, headers: { "x-mine": canary } });
    await call(connection, of, args, { headers: { "x-also-mine": canary } }).catch(() => {});
    expect(JSON.stringify(sent)).toContain(canary);
    expect(told.length).toBeGreaterThan(1);
    expect(JSON.stringify(told)).not.toContain(canary);
    const allowed = "hook operation call method url attempt status failure requestId duration delay".split(
      " ",
    );
    for (const event of told) {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(event)));
      expect(Reflect.ownKeys(event.call)).toEqual([]);
    }
  });
});
