import { describe, expect, it } from "vitest";
import { answer, connectTo, getJob, outcomeOf, startJob, tellJob } from "../../test/attempts.ts";
import { call } from "../index.ts";

const job = { jobId: "j1" };

describe("an answer", () => {
  it.each([
    ...[408, 429, 500, 502, 503, 504].map((given) => ({ given, want: 3 })),
    // The service's own.
    { given: 420, want: 3 },
    ...[400, 401, 403, 404, 409, 410, 501, 505].map((given) => ({ given, want: 1 })),
  ])("$given is asked for $want times", async ({ given, want }) => {
    const { connection, sent } = connectTo([answer(given)]);
    const { response } = await call(connection, getJob, job);
    expect([response.status, sent.length]).toEqual([given, want]);
  });

  it.each([
    { given: [400, "Busy"], want: 3 },
    { given: [404, "Busy"], want: 3 },
    { given: [409, "Throttling.User"], want: 3 },
    { given: [400, "Throttling"], want: 3 },
    { given: [400, 429001], want: 3 },
    { given: [400, "429001"], want: 3 },
    { given: [400, "Busyness"], want: 1 },
    { given: [400, "busy"], want: 1 },
    { given: [400, "NotThrottling"], want: 1 },
    { given: [400, "Throttlin"], want: 1 },
    { given: [400, ""], want: 1 },
    { given: [200, "Busy"], want: 3 },
    { given: [200, "Throttling.User"], want: 3 },
    { given: [200, "NoSuchJob"], want: 1 },
    { given: [200, "OK"], want: 1 },
  ] as const)("$given.0 with the code $given.1 is asked for $want times", async ({ given, want }) => {
    const [status, code] = given;
    const { connection, sent } = connectTo([answer(status, { code })]);
    expect(await outcomeOf(call(connection, tellJob, {}))).toBe(status);
    expect(sent).toHaveLength(want);
  });

  it("200 with such a code is a success where no codes are documented under it", async () => {
    const { connection, sent } = connectTo([answer(200, { code: "Busy" })]);
    expect(await call(connection, getJob, job)).toMatchObject({ ok: true, data: { code: "Busy" } });
    expect(sent).toHaveLength(1);
  });

  it("with such a code lets nothing through twice that must not be", async () => {
    const { connection, sent } = connectTo([answer(400, { code: "Busy" })]);
    await call(connection, startJob, {});
    expect(sent).toHaveLength(1);
  });
});
