import { describe, expect, test } from "vitest";
import { momentOf, timeStampsIn, timeWriter } from "./time-stamps.ts";

const AT = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

describe("a time is written in the form of the sample", () => {
  test.each<{ given: string | number; want: string | number }>([
    { given: "2026-11-22T07:10:36.054Z", want: "2026-01-02T03:04:05.678Z" },
    { given: "2026-11-22T05:11:25.003+00:00", want: "2026-01-02T03:04:05.678+00:00" },
    { given: "2026-11-22T05:11:25+02:00", want: "2026-01-02T05:04:05+02:00" },
    { given: "2026-11-22T05:11:25-0330", want: "2026-01-01T23:34:05-0330" },
    { given: "2019-05-16T10:26:14Z", want: "2026-01-02T03:04:05Z" },
    { given: "2021-08-09 14:37:16", want: "2026-01-02 03:04:05" },
    { given: "2021-09-15  08:30:00", want: "2026-01-02  03:04:05" },
    { given: "2021-09-15 08:30", want: "2026-01-02 03:04" },
    { given: "2021-09-15T08:30:00.123456Z", want: "2026-01-02T03:04:05.678000Z" },
    { given: 1499929558827, want: AT },
    { given: 1499929558, want: Math.floor(AT / 1000) },
  ])("$given", ({ given, want }) => expect(timeWriter(given)(AT)).toBe(want));
});

describe("time stamps are found", () => {
  test.each([
    { given: { startTime: 1499929548951 }, want: ["startTime"] },
    { given: { a: [{ "time-stamp": "2026-11-22T05:11:25Z" }] }, want: ["a/0/time-stamp"] },
    // A number is one by its name and its size.
    { given: { count: 1499929548951, time: 12, rate: 1.5, updatedAt: 1499929548 }, want: ["updatedAt"] },
    { given: { when: "2026-13-45T99:00:00Z", text: "on 2026-11-22T05:11:25Z" }, want: [] },
  ])("$given", ({ given, want }) =>
    expect(timeStampsIn(given).map(({ steps }) => steps.join("/"))).toEqual(want),
  );
});

test("the earliest is the start, the latest the last change, the rest in between, and some ahead", () => {
  const sample = {
    created: "2020-01-01T00:00:00Z",
    queuedAt: "2020-01-01T00:00:05Z",
    endTime: "2020-01-01T01:00:00Z",
    expires: "2020-01-02T00:00:00Z",
  };
  const stamps = timeStampsIn(sample);
  const dates = { started: AT, changed: AT + 60_000 };
  expect(stamps.map((stamp) => momentOf(stamp, stamps)(dates) - AT)).toEqual([0, 5000, 60_000, 86_400_000]);
  expect(stamps.map(({ ends }) => ends)).toEqual([false, false, true, false]);
});
