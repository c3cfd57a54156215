import { afterEach, describe, expect, it, vi } from "vitest";
import { answer, connectTo, getJob, reset, type Sent, service, unavailable } from "../../test/attempts.ts";
import { type ClientOptions, call, type ServiceDescription, unwrap } from "../index.ts";
import { askedBy, throttling } from "./throttling.ts";

const job = { jobId: "j1" };

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const random = (value: number) => vi.spyOn(Math, "random").mockReturnValue(value);

/** Between the requests, in whole milliseconds. */
const delays = (sent: readonly Sent[]) =>
  sent.slice(1).map(({ at }, index) => Math.round(at - (sent[index]?.at ?? 0)));

/** Of a text such as `name: value | name: value`. */
const toHeaders = (text: string) =>
  Object.fromEntries(text.split(" | ").map((header) => header.split(/: (.*)/, 2) as [string, string]));

describe("the delays between attempts", () => {
  it.each([
    { given: [0, {}], want: [0, 0] },
    { given: [0.5, {}], want: [250, 500] },
    { given: [0.999, {}], want: [500, 999] },
    { given: [0.999, { attempts: 6, delay: "1s", maxDelay: "3s" }], want: [999, 1998, 2997, 2997, 2997] },
    { given: [0, { attempts: 4, delay: 10 }], want: [0, 0, 0] },
    { given: [0.999, { attempts: 3, delay: 10_000, maxDelay: 2_000 }], want: [1998, 1998] },
  ] as const)("with the jitter at $given.0 and $given.1: $want", async ({ given, want }) => {
    const [jitter, retry] = given;
    random(jitter);
    for (const step of [unavailable, reset]) {
      const { connection, sent } = connectTo([step], { retry });
      await call(connection, getJob, job).catch(() => {});
      expect(delays(sent)).toEqual(want);
    }
  });

  it("are spread over all that is allowed", async () => {
    const seen: number[] = [];
    for (let n = 0; n < 40; n++) {
      const { connection, sent } = connectTo([unavailable], { retry: { attempts: 2, delay: 1_000 } });
      await call(connection, getJob, job);
      seen.push(...delays(sent));
    }
    // Each of these fails once in 10^11 runs.
    expect(Math.min(...seen)).toBeLessThan(470);
    expect(Math.max(...seen)).toBeGreaterThan(530);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1_000);
  });
});

describe("an answer that says when to come back", () => {
  const inUnit = (unit: "ms" | "s"): ServiceDescription => ({
    ...service,
    throttling: throttling({ retryAfter: askedBy({ header: "x-wait", unit }) }),
  });
  // The server's clock stands elsewhere than ours, which is at 2026-01-01.
  const date = "date: Sun, 06 Nov 2022 08:49:37 GMT";
  const rows: { given: string; of?: ServiceDescription; want: number }[] = [
    { given: "retry-after: 7", want: 7_000 },
    { given: "retry-after: 0", want: 0 },
    { given: "retry-after: 30", want: 30_000 },
    { given: `${date} | retry-after: Sun, 06 Nov 2022 08:49:42 GMT`, want: 5_000 },
    { given: `${date} | retry-after: Sun, 06 Nov 2022 08:49:37 GMT`, want: 0 },
    { given: `${date} | retry-after: Sun, 06 Nov 2022 08:40:00 GMT`, want: 0 },
    { given: "retry-after: Thu, 01 Jan 2026 00:00:04 GMT", want: 4_000 },
    { given: "date: now | retry-after: Thu, 01 Jan 2026 00:00:04 GMT", want: 4_000 },
    // The two obsolete forms of RFC 9110 §5.6.7.
    { given: `${date} | retry-after: Sunday, 06-Nov-22 08:49:42 GMT`, want: 5_000 },
    { given: `${date} | retry-after: Sun Nov  6 08:49:42 2022`, want: 5_000 },
    { given: "date: Sun Nov  6 08:49:37 2022 | retry-after: Sun Nov  6 08:49:42 2022", want: 5_000 },
    { given: `${date} | retry-after: Sun Nov 66 08:49:42 2022`, want: 0 },
    { given: "retry-after: later", want: 0 },
    { given: "retry-after: -7", want: 0 },
    { given: "x-wait: 1500", of: inUnit("ms"), want: 1_500 },
    { given: "x-wait: 2", of: inUnit("s"), want: 2_000 },
    { given: "x-wait: 1500 | retry-after: 9", of: inUnit("ms"), want: 1_500 },
    { given: "x-wait: soon | retry-after: 9", of: inUnit("ms"), want: 9_000 },
    { given: "retry-after: 9", of: inUnit("s"), want: 9_000 },
    { given: "x-wait: 2", want: 0 },
  ];

  it.each(rows)("$given: $want ms", async ({ given, of, want }) => {
    random(0);
    // A date without a zone must not be taken for one of this machine's.
    vi.stubEnv("TZ", "America/New_York");
    expect(new Date(2022, 10, 6).getTimezoneOffset()).not.toBe(0);
    const { connection, sent } = connectTo(
      [answer(503, {}, toHeaders(given))],
      { retry: { attempts: 2 } },
      of,
    );
    await call(connection, getJob, job);
    expect(delays(sent)).toEqual([want]);
  });

  it.each([
    { given: "retry-after: 0" },
    { given: `${date} | retry-after: Sun, 06 Nov 2022 08:40:00 GMT` },
    { given: "retry-after: later" },
  ])("$given, is as if it had not", async ({ given }) => {
    random(0.5);
    const { connection, sent } = connectTo([answer(503, {}, toHeaders(given))]);
    await call(connection, getJob, job);
    expect(delays(sent)).toEqual([250, 500]);
  });

  it("is heard with a little more, so that not all come back together", async () => {
    random(0.999);
    const { connection, sent } = connectTo([answer(429, {}, { "retry-after": "4" })]);
    await call(connection, getJob, job);
    expect(sent).toHaveLength(3);
    for (const delay of delays(sent)) {
      expect(delay).toBeGreaterThan(4_000);
      expect(delay).toBeLessThanOrEqual(4_400);
    }
  });

  it("is not heard where the request must not be sent again", async () => {
    const { connection, sent, clock } = connectTo([answer(404, {}, { "retry-after": "1" })]);
    const begun = clock.now();
    await call(connection, getJob, job);
    expect([sent.length, clock.now()]).toEqual([1, begun]);
  });

  const tooLong: { given: string; options?: ClientOptions; of?: ServiceDescription }[] = [
    { given: "retry-after: 31" },
    { given: `${date} | retry-after: Sun, 06 Nov 2022 08:50:37 GMT` },
    { given: "retry-after: 2", options: { retry: { maxDelay: "1s" } } },
    { given: "x-wait: 30001", of: inUnit("ms") },
    { given: "x-wait: 31", of: inUnit("s") },
    { given: "retry-after: 130", options: { retry: { maxDelay: "10m" } } },
    { given: "retry-after: 10", options: { totalTimeout: "10s" } },
  ];

  it.each(tooLong)("$given, later than $options allows, is handed over", async ({ given, options, of }) => {
    random(0);
    const { connection, sent, clock } = connectTo([answer(503, {}, toHeaders(given))], options, of);
    const begun = clock.now();
    await expect(unwrap(call(connection, getJob, job))).rejects.toMatchObject({
      reason: "status",
      status: 503,
      retryable: true,
    });
    expect([sent.length, clock.now()]).toEqual([1, begun]);
  });
});
