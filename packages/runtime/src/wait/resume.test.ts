import { describe, expect, it } from "vitest";
import { cancelJob, connectTo, find, getJob } from "../../test/waiting.ts";
import { resume } from "./resume.ts";
import { settle } from "./settle.ts";
import { readToken, writeToken } from "./wait-token.ts";

const within = { deadline: "10m" } as const;

describe("a token", () => {
  it.each([
    { given: { jobId: "j1" } },
    { given: { jobId: "ü/+?=😀\u0000\ud800", site: undefined } },
    { given: { ids: [1, 2], filter: { a: null } } },
    { given: { ids: Array.from({ length: 200_000 }, (_, id) => id) } },
    { given: {} },
  ])("holds what is waited for, and fits anywhere: $given", ({ given }) => {
    const token = writeToken({ operation: "getJob", args: given, began: 12 });
    expect(token).toMatch(/^[\w-]+$/);
    expect(readToken(token)).toEqual({ operation: "getJob", args: given, began: 12 });
  });

  const encode = (value: unknown) => btoa(JSON.stringify(value)).replaceAll("=", "");
  const good = { v: 1, operation: "getJob", args: { jobId: "j1" }, began: 1 };
  it.each([
    { given: "" },
    { given: "not base64 !" },
    { given: btoa("not json") },
    { given: encode(null) },
    { given: encode([good]) },
    { given: encode({ ...good, v: 2 }) },
    { given: encode({ ...good, v: undefined }) },
    { given: encode({ ...good, operation: 1 }) },
    { given: encode({ ...good, args: undefined }) },
    { given: encode({ ...good, args: ["j1"] }) },
    { given: encode({ ...good, began: "yesterday" }) },
    { given: undefined },
  ])("of another shape is refused: $given", async ({ given }) => {
    const { connection, sent } = connectTo([{ state: "DONE" }]);
    const wait = resume(connection, given as never, within, find);
    await expect(wait).rejects.toThrow(TypeError);
    await expect(wait).rejects.toThrow(/token is none that a wait gave/);
    expect(sent).toHaveLength(0);
  });

  it.each([
    { given: { ...good, operation: "noJob" }, want: /There is no operation "noJob"/ },
    { given: { ...good, operation: "cancelJob" }, want: /cancelJob tells no status/ },
  ])("of what cannot be waited for here is refused: $given.operation", async ({ given, want }) => {
    const { connection } = connectTo([{}]);
    const wait = resume(connection, encode(given), within, find);
    await expect(wait).rejects.toThrow(TypeError);
    await expect(wait).rejects.toThrow(want);
    await expect(resume(connection, encode(given), within, () => getJob)).rejects.toThrow(
      /which is not here/,
    );
    await expect(resume(connection, encode(good), within, () => undefined as never)).rejects.toThrow(
      TypeError,
    );
  });
});

describe("a wait that is resumed", () => {
  it("asks for the same, and counts the time from its first beginning", async () => {
    const first = connectTo([{ state: "RUN" }]);
    const wait = settle(first.connection, getJob, { jobId: "j/1", site: "north" }, { deadline: "1m" });
    const { token } = await wait.catch((error) => error);

    const { connection, clock, sent } = connectTo([{ state: "DONE", output: "4" }]);
    clock.advance(3_600_000);
    const outcome = await resume(connection, token, within, () => getJob);
    expect(outcome).toMatchObject({ status: "succeeded", polls: 1, elapsed: 3_600_000, token });
    expect(sent).toMatchObject([{ path: "/jobs/j%2F1?site=north" }]);
  });

  it("has a deadline of its own", async () => {
    const { connection, clock } = connectTo([{ state: "RUN" }]);
    const token = writeToken({ operation: "getJob", args: { jobId: "j1" }, began: 0 });
    const begun = clock.now();
    const wait = resume(connection, token, { deadline: "10s" }, find);
    await expect(wait).rejects.toMatchObject({ reason: "deadline", token });
    expect(clock.now() - begun).toBe(10_000);
  });

  it("counts no negative time where clocks differ", async () => {
    const { connection, clock } = connectTo([{ state: "DONE" }]);
    const began = clock.now() + 60_000;
    const token = writeToken({ operation: "getJob", args: { jobId: "j1" }, began });
    expect(await resume(connection, token, within, find)).toMatchObject({ elapsed: 0 });
  });

  it("can be canceled as the first", async () => {
    const { connection, sent } = connectTo([{ state: "RUN", version: 7 }]);
    const token = writeToken({ operation: "getJob", args: { jobId: "j1" }, began: 0 });
    await resume(connection, token, { deadline: "1s", cancel: true }, find).catch(() => {});
    await resume(connection, token, { deadline: "1s", cancel: cancelJob }, () => getJob).catch(() => {});
    expect(sent.filter(({ method }) => method === "POST")).toHaveLength(2);
  });
});
