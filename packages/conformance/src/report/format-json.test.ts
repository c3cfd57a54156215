import { expect, test } from "vitest";
import { formatJson } from "./format-json.ts";
import { type Report, type ReportEntry, VERDICTS } from "./report.ts";
import { tally } from "./tally.ts";

const entry: ReportEntry = {
  check: "status-code",
  operation: "getJob",
  case: "404 JobNotFound",
  verdict: "fail",
  expected: "404",
  received: "418",
  curl: "curl 'http://x/'",
};

const report: Report = {
  provider: "acme-jobs",
  target: "http://x",
  startedAt: "2026-11-22T07:10:36.054Z",
  verdicts: tally([entry, { verdict: "pass" }, { verdict: "pass" }]),
  checks: [entry],
};

const SHOWN = {
  provider: "acme-jobs",
  target: "http://x",
  startedAt: "2026-11-22T07:10:36.054Z",
  verdicts: { pass: 2, vacuous: 0, skip: 0, erratum: 0, fail: 1, error: 0 },
  checks: [
    {
      check: "status-code",
      operation: "getJob",
      case: "404 JobNotFound",
      verdict: "fail",
      expected: "404",
      received: "418",
      curl: "curl 'http://x/'",
    },
  ],
};

test.each<{ name: string; given: Report[]; want: unknown }>([
  { name: "one report is an object", given: [report], want: SHOWN },
  { name: "several are an array", given: [report, report], want: [SHOWN, SHOWN] },
  { name: "none is an empty array", given: [], want: [] },
])("$name", ({ given, want }) => {
  const text = formatJson(given);
  expect(JSON.parse(text)).toEqual(want);
  expect(text).toMatch(/[^\n]\n$/);
});

test.each<{ name: string; given: Report[] }>([
  { name: "one report", given: [report] },
  { name: "several", given: [report, { ...report, checks: [] }] },
  { name: "what is not there", given: [{ ...report, duration: undefined } as unknown as Report] },
  {
    name: "texts that look like JSON, and the same command line for several checks",
    given: [
      {
        ...report,
        checks: [
          { ...entry, received: '\n      "curl": ""', curl: "" },
          { ...entry, curl: `curl '…\n' -H 'x: "\uD83D"'`, errata: ["one"], at: "#/a" },
          { ...entry, check: "request", curl: `curl '…\n' -H 'x: "\uD83D"'` },
        ],
        cases: [
          { operation: "getJob", case: "200", request: { method: "GET", url: "http://x", headers: [] } },
        ],
        errata: {},
      },
    ],
  },
])("$name: the parts are what JSON.stringify says with two blanks", ({ given }) => {
  expect(formatJson(given)).toBe(`${JSON.stringify(given.length === 1 ? given[0] : given, null, 2)}\n`);
});

test.each([
  { given: [], want: [0, 0, 0, 0, 0, 0] },
  { given: ["error", "fail", "pass", "fail"] as const, want: [1, 0, 0, 0, 2, 1] },
])("$given are counted by verdict", ({ given, want }) => {
  const counts = tally(given.map((verdict) => ({ verdict })));
  expect(VERDICTS.map((verdict) => counts[verdict])).toEqual(want);
});
