import { expect, test } from "vitest";
import { formatPrefer, parsePrefer } from "./prefer.ts";

test.each([
  { given: null, want: {} },
  { given: "", want: {} },
  { given: "code=404", want: { status: 404 } },
  { given: "code=404, example=JobNotFound", want: { status: 404, example: "JobNotFound" } },
  { given: "example=JobNotFound;code=404", want: { status: 404, example: "JobNotFound" } },
  { given: 'Code = "404" , EXAMPLE="a, b=c; d"', want: { status: 404, example: "a, b=c; d" } },
  { given: 'example="a \\"b\\" \\\\"', want: { example: 'a "b" \\' } },
  { given: "code=none", want: {} },
  { given: "code=-1", want: {} },
  { given: "respond-async, wait=10, code=202", want: { status: 202 } },
  { given: "example=50%", want: { example: "50%" } },
  { given: "outcome=failed", want: { outcome: "failed" } },
  { given: "outcome=late, mutant=status-teapot", want: { outcome: "late", mutant: "status-teapot" } },
  { given: "delay=250", want: { delay: 250 } },
  { given: "delay=250ms; delay=1.5s", want: { delay: 1500 } },
  { given: "delay=soon", want: { delay: Number.NaN } },
  { given: "delay=-1", want: { delay: Number.NaN } },
  { given: "throttled", want: { throttled: true } },
  { given: "respond-async, Throttled, code=200", want: { throttled: true, status: 200 } },
  { given: 'example="throttled, delay=1"', want: { example: "throttled, delay=1" } },
])("$given is read as $want", ({ given, want }) => {
  expect(parsePrefer(given)).toEqual(want);
});

test.each([
  { given: {}, want: "" },
  { given: { status: 404 }, want: "code=404" },
  { given: { status: 404, example: "JobNotFound" }, want: "code=404, example=JobNotFound" },
  { given: { example: "Job.Not-Found_1" }, want: "example=Job.Not-Found_1" },
  { given: { example: "not found" }, want: 'example="not found"' },
  { given: { example: 'a, "b"' }, want: 'example="a, \\"b\\""' },
  { given: { example: "成功" }, want: "example=%E6%88%90%E5%8A%9F" },
  { given: { example: "50%" }, want: "example=50%25" },
  { given: { outcome: "failed" as const, delay: 0 }, want: "outcome=failed, delay=0" },
  {
    given: { mutant: "status-teapot", delay: 250, throttled: true as const },
    want: "mutant=status-teapot, delay=250, throttled",
  },
])("$given is written as $want, and read back", ({ given, want }) => {
  expect(formatPrefer(given)).toBe(want);
  expect(parsePrefer(new Headers({ prefer: want }).get("prefer"))).toEqual(given);
});
