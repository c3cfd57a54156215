import { describe, expect, it } from "vitest";
import { withLoopback } from "../../test/loopback.ts";
import { pause } from "../../test/pause.ts";
import { cancelJob, connectTo, getJob, service, startJob } from "../../test/waiting.ts";
import { bearer } from "../auth/bearer.ts";
import { connect } from "../connection.ts";
import { run } from "./run.ts";
import { settle } from "./settle.ts";
import { watch } from "./watch.ts";

// The types of Node are not for this package: what is used of it is typed here.
declare const process: {
  getBuiltinModule(id: "node:events"): { getEventListeners(of: EventTarget, name: string): unknown[] };
};

declare const setImmediate: (then: (value: unknown) => void) => void;

const { getEventListeners } = process.getBuiltinModule("node:events");
const args = { jobId: "j1" };

/** Aborts 100 ms after the first request, and says when the rejection came and what was sent then and later. */
async function abortOne(answer: () => Promise<Response>, options: object) {
  const sent: string[] = [];
  const controller = new AbortController();
  const { signal } = controller;
  const reason = { mine: true };
  const serve = async ({ method }: Request) => {
    sent.push(method);
    return method === "POST" ? new Response(null, { status: 204 }) : answer();
  };
  return withLoopback(serve, async (baseUrl) => {
    const wait = settle(connect(service, { baseUrl }), getJob, args, { deadline: "10m", signal, ...options });
    let isEnded = false;
    const ended = wait
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      .finally(() => {
        isEnded = true;
      });
    while (sent.length === 0) await pause(5);
    await pause(100);
    controller.abort(reason);
    // Neither a timer nor the network comes before this: only microtasks do.
    await new Promise((resolve) => setImmediate(resolve));
    const isAtOnce = isEnded;
    expect(await ended).toBe(reason);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    const before = sent.length;
    await pause(1_500);
    return { isAtOnce, before, sent };
  });
}

describe.concurrent("an abort, against a server", () => {
  const running = async () => Response.json({ state: "RUN" });
  const never = () => new Promise<Response>(() => {});

  it.each([
    { given: "during a delay", answer: running, options: {} },
    { given: "during a request", answer: never, options: {} },
    {
      given: "during a delay after a refusal",
      answer: async () => new Response(null, { status: 503 }),
      options: {},
    },
  ])("$given rejects before anything else happens, and no request follows", async ({ answer, options }) => {
    const { isAtOnce, before, sent } = await abortOne(answer, options);
    expect(isAtOnce).toBe(true);
    expect(before).toBe(1);
    expect(sent).toEqual(["GET"]);
  });

  it.each([
    { given: "during a delay", answer: running },
    { given: "during a request", answer: never },
  ])("$given is followed by the cancellation alone, if it is asked for", async ({ answer }) => {
    const { isAtOnce, sent } = await abortOne(answer, { cancel: cancelJob });
    expect(isAtOnce).toBe(true);
    expect(sent).toEqual(["GET", "POST"]);
  });
});

describe("an abort", () => {
  it("before the beginning sends nothing", async () => {
    const { connection, sent } = connectTo([{ state: "DONE" }]);
    const options = { deadline: "10m", signal: AbortSignal.abort("no") } as const;
    await expect(settle(connection, getJob, args, options)).rejects.toBe("no");
    await expect(run(connection, startJob, { name: "n" }, { ...options, to: getJob })).rejects.toBe("no");
    expect(sent).toHaveLength(0);
  });

  it.each([{ given: null }, { given: 0 }, { given: undefined }, { given: new Error("mine") }])(
    "rejects with its own reason, whatever it is: $given",
    async ({ given }) => {
      const controller = new AbortController();
      const hooks = { poll: () => controller.abort(given) };
      const { connection } = connectTo([{ state: "RUN" }], { hooks });
      const wait = settle(connection, getJob, args, { deadline: "10m", signal: controller.signal });
      const thrown = await wait.then(
        () => "settled",
        (reason: unknown) => reason,
      );
      expect(thrown).toBe(controller.signal.reason);
    },
  );

  it("ends what hears no signal: a fetch, and a token that never comes", async () => {
    const deaf = () => new Promise<Response>(() => {});
    const mute = { ...service, securitySchemes: { Token: { type: "http", scheme: "bearer" } } } as const;
    const protectedJob = { ...getJob, security: [["Token"]] };
    const auth = bearer(() => new Promise<string>(() => {}));
    for (const connection of [connect(service, { fetch: deaf }), connect(mute, { fetch: deaf, auth })]) {
      const controller = new AbortController();
      const wait = settle(connection, protectedJob, args, { deadline: "10m", signal: controller.signal });
      setTimeout(() => controller.abort("enough"), 20);
      await expect(wait).rejects.toBe("enough");
    }
  });

  it.each([{ given: "request" }, { given: "poll" }] as const)(
    "by the hook $given sends nothing more",
    async ({ given }) => {
      const controller = new AbortController();
      const hooks = { [given]: () => controller.abort("hook") };
      const { connection, sent } = connectTo([{ state: "RUN" }], { hooks });
      const wait = settle(connection, getJob, args, { deadline: "10m", signal: controller.signal });
      await expect(wait).rejects.toBe("hook");
      expect(sent).toHaveLength(given === "request" ? 0 : 1);
    },
  );

  it("counts for nothing once the wait is settled", async () => {
    const controller = new AbortController();
    const { connection, sent } = connectTo([{ state: "RUN" }, { state: "DONE" }]);
    const options = { deadline: "10m", signal: controller.signal, cancel: cancelJob } as const;
    await settle(connection, getJob, args, options);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    controller.abort();
    await pause(20);
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  it("leaves no listener where a loop is left", async () => {
    const { signal } = new AbortController();
    const { connection } = connectTo([{ state: "RUN" }]);
    for await (const _ of watch(connection, getJob, args, { deadline: "10m", signal })) break;
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
