import { describe, expect, it } from "vitest";
import { type Answer, answer, connectTo, fine, getJob, startJob, unavailable } from "../../test/attempts.ts";
import { bearer, call } from "../index.ts";

const job = { jobId: "j1" };
const refused = answer(401);

/** Gives these tokens, the last one again and again; after a 401, the next. */
function tokens(...given: readonly [string, ...string[]]) {
  let refusals = 0;
  return {
    token: () => given[Math.min(refusals, given.length - 1)] ?? "",
    refuse: ((...asked) => {
      refusals++;
      return refused(...asked);
    }) as Answer,
  };
}

describe("a 401", () => {
  const { token: same, refuse: refuseSame } = tokens("t1");
  const { token: other, refuse: refuseOther } = tokens("t1", "t2", "t3", "t4");
  const rows = [
    { given: "a token", auth: bearer("t1"), steps: [refused, fine], want: [401, "t1"] },
    { given: "no credential", auth: [], steps: [refused, fine], want: [401, undefined] },
    { given: "the same token again", auth: bearer(same), steps: [refuseSame, fine], want: [401, "t1"] },
  ] as const;

  it.each(rows)("with $given is the answer", async ({ auth, steps, want: [status, token] }) => {
    const { connection, sent } = connectTo(steps, { auth });
    expect((await call(connection, getJob, job)).status).toBe(status);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([token && `Bearer ${token}`]);
  });

  it("is the answer if another token is refused too", async () => {
    const { connection, sent } = connectTo([refuseOther], { auth: bearer(other) });
    expect((await call(connection, getJob, job)).status).toBe(401);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it.each([
    { given: getJob, args: job, options: {} },
    { given: startJob, args: { name: "n" }, options: {} },
    // It is no retry of the same request.
    { given: startJob, args: { name: "n" }, options: { retry: false } },
    { given: getJob, args: job, options: { retry: { budget: 0 } } },
  ] as const)(
    "lets $given.id with $options go once more, with another token",
    async ({ given, args, options }) => {
      const { token, refuse } = tokens("t1", "t2");
      const { connection, sent } = connectTo([refuse, fine], {
        auth: bearer(async () => token()),
        ...options,
      });
      expect(await call(connection, given, args)).toMatchObject({ ok: true, data: { state: "done" } });
      expect(sent.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
      expect(sent[1]).toMatchObject({ at: 0, body: sent[0]?.body, path: sent[0]?.path });
    },
  );

  it("does not make a request repeatable", async () => {
    const { token, refuse } = tokens("t1", "t2");
    const { connection, sent } = connectTo([refuse, unavailable], { auth: bearer(token) });
    expect((await call(connection, startJob, {})).status).toBe(503);
    expect(sent).toHaveLength(2);
  });

  it("by the way of the retries leaves them as they are", async () => {
    const { token, refuse } = tokens("t1", "t2");
    const { connection, sent } = connectTo([unavailable, refuse, fine], { auth: bearer(token) });
    expect((await call(connection, getJob, job)).status).toBe(200);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t1", "Bearer t2"]);
  });

  it("is followed by nothing if no token can be had", async () => {
    let asked = 0;
    const auth = bearer(() => {
      if (++asked > 1) throw new Error("the vault is closed");
      return "t1";
    });
    const { connection, sent } = connectTo([refused, fine], { auth });
    await expect(call(connection, getJob, job)).rejects.toThrow("the vault is closed");
    expect(sent).toHaveLength(1);
  });
});
