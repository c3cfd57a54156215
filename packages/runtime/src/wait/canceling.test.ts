import { describe, expect, it } from "vitest";
import { cancelJob, connectTo, find, getJob, getOldJob, startJob } from "../../test/waiting.ts";
import { settle } from "./settle.ts";
import type { SettleOptions } from "./settle-options.ts";

const args = { jobId: "j1" };
const canceled = { method: "POST", path: "/jobs/j1/cancel" };
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("canceling on the server", () => {
  const rows: { given: Partial<SettleOptions> }[] = [
    { given: { cancel: true } },
    { given: { cancel: cancelJob } },
  ];

  it.each(rows)("is asked for once, when the deadline passes: row %#", async ({ given }) => {
    const { connection, sent } = connectTo([{ state: "RUN", version: 3 }]);
    const wait = settle(connection, getJob, args, { deadline: "5s", ...given }, find);
    await expect(wait).rejects.toMatchObject({ reason: "deadline" });
    await turn();
    const asked = sent.filter(({ method }) => method === "POST");
    expect(asked).toMatchObject([{ ...canceled, body: '{"reason":"given up","version":3}' }]);
    expect(sent.at(-1)).toBe(asked[0]);
  });

  it.each(rows)("is asked for once, when the signal aborts: row %#", async ({ given }) => {
    const { connection, sent } = connectTo([{ state: "RUN", version: 3 }]);
    const controller = new AbortController();
    const hooks = { poll: ({ polls }: { polls: number }) => polls === 3 && controller.abort("enough") };
    const options = { deadline: "5m", signal: controller.signal, ...given } as const;
    await expect(settle({ ...connection, hooks }, getJob, args, options, find)).rejects.toBe("enough");
    await turn();
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "POST"]);
  });

  it("says what it can, before the first answer", async () => {
    const { connection, sent } = connectTo([{ state: "RUN" }]);
    const options = { deadline: "5m", signal: AbortSignal.abort("at once"), cancel: cancelJob } as const;
    await expect(settle(connection, getJob, args, options)).rejects.toBe("at once");
    await turn();
    expect(sent).toMatchObject([{ ...canceled, body: '{"reason":"given up"}' }]);
  });

  it.each([{ given: new TypeError("fetch failed") }, { given: Response.json({}, { status: 503 }) }])(
    "hides no reason if it fails, and is not tried again: row %#",
    async ({ given }) => {
      const { connection, sent } = connectTo([given]);
      const options = { deadline: "5m", signal: AbortSignal.abort("at once"), cancel: cancelJob } as const;
      await expect(settle(connection, getJob, args, options)).rejects.toBe("at once");
      await turn();
      expect(sent).toHaveLength(1);
    },
  );

  it.each([
    { given: getOldJob, cancel: true, want: "getOldJob is canceled by no operation: see the option cancel." },
    {
      given: getOldJob,
      cancel: cancelJob,
      want: "getOldJob is canceled by no operation: see the option cancel.",
    },
    { given: getJob, cancel: startJob, want: "getJob is canceled by cancelJob: see the option cancel." },
  ])("takes no other operation: row %#", async ({ given, cancel, want }) => {
    const { connection, sent } = connectTo([{ state: "RUN" }]);
    const wait = settle(connection, given, args, { deadline: "5s", cancel }, find);
    await expect(wait).rejects.toThrow(new TypeError(want));
    expect(sent).toEqual([]);
  });

  it.each([
    { given: { state: "DONE" }, options: {} },
    { given: { state: "ASK" }, options: { onWaiting: "stop" } },
    { given: Response.json({}, { status: 404 }), options: {} },
    { given: { state: "RUN" }, options: { cancel: false, deadline: "5s" } },
  ] as const)("is for nothing else: row %#", async ({ given, options }) => {
    const { connection, sent } = connectTo([given]);
    await settle(connection, getJob, args, { deadline: "5m", cancel: cancelJob, ...options }).catch(() => {});
    await turn();
    expect(sent.some(({ method }) => method === "POST")).toBe(false);
  });
});
