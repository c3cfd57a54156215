import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { formatPretty } from "./format-pretty.ts";
import type { ReportEntry, RunFacts, Verdict } from "./report.ts";
import type { Row } from "./row.ts";
import { tally } from "./tally.ts";

interface Given {
  readonly provider?: string;
  readonly verdicts?: Partial<Record<Verdict, number>>;
  readonly checks?: Partial<ReportEntry>[];
  readonly row?: Partial<Row>;
}

function rowOf({ provider = "acme-jobs", verdicts = {}, checks = [], row = {} }: Given): Row {
  const entries = checks.map((given) => ({
    check: "status-code" as const,
    operation: "getJob",
    case: "200",
    verdict: "fail" as const,
    expected: "200",
    received: "418",
    curl: "curl 'http://x/'",
    ...given,
  }));
  const report = {
    provider,
    target: "http://x",
    startedAt: "2026-11-22T07:10:36.054Z",
    verdicts: { ...tally(entries), ...verdicts },
    checks: entries,
  };
  return { report, operations: 1, cases: 1, duration: 40, ...row };
}

const plain = (...given: Given[]) => stripVTControlCharacters(formatPretty(given.map(rowOf)));

describe("the table", () => {
  test("has a row per provider, its columns aligned", () => {
    const text = plain(
      {
        verdicts: { pass: 110 },
        row: { operations: 8, cases: 23, mutants: { caught: 702, of: 702 }, duration: 912 },
      },
      { provider: "b", verdicts: { pass: 9, fail: 1 } },
    );
    expect(text).toBe(`provider   operations  cases  verdicts        mutants   time
acme-jobs           8     23  110 pass        702/702  0.9 s
b                   1      1  9 pass, 1 fail        –  0.0 s
`);
  });

  test("names each mutant that survived, which is the judge's fault", () => {
    const survivors = [{ mutant: "members-null", operation: "getJob", case: "200 succeeded" }];
    const text = plain({ verdicts: { pass: 1 }, row: { mutants: { caught: 1, of: 2, survivors } } });
    expect(text).toContain(`survived members-null acme-jobs getJob 200 succeeded
  a broken answer that no check saw: settled is at fault`);
  });

  test.each<{ name: string; verdicts: Partial<Record<Verdict, number>> }>([
    { name: "all well", verdicts: { pass: 9999 } },
    { name: "all well but skips", verdicts: { pass: 999, skip: 99 } },
    { name: "two kinds", verdicts: { pass: 999, fail: 999 } },
  ])("is at most 80 columns wide for a name of 16 characters: $name", ({ verdicts }) => {
    const row = { operations: 99, cases: 999, mutants: { caught: 999, of: 999 }, duration: 99_949 };
    const widths = plain({ provider: "sixteen-letters!", verdicts, row })
      .split("\n")
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });

  const NARROW = [
    { provider: "acme-jobs", verdicts: { pass: 1234, skip: 56, erratum: 7, fail: 8 } },
    { provider: "b", verdicts: { pass: 9 }, row: { mutants: { caught: 702, of: 702 } } },
  ].map(rowOf);
  test.each([
    {
      width: 60,
      want: `provider   operations  cases  verdicts    mutants   time
acme-jobs           1      1  1234 pass,        –  0.0 s
                              56 skip,
                              7 erratum,
                              8 fail
b                   1      1  9 pass      702/702  0.0 s
`,
    },
    {
      width: 40,
      want: `acme-jobs: 1 operation, 1 case, 0.0 s;
  1234 pass, 56 skip, 7 erratum, 8 fail
b: 1 operation, 1 case, 0.0 s; 9 pass;
  mutants 702/702
`,
    },
  ])("fits in $width columns", ({ width, want }) => {
    expect(stripVTControlCharacters(formatPretty(NARROW, width))).toBe(want);
  });

  test("shows a verdict of each kind, from best to worst", () => {
    const verdicts = { error: 6, fail: 5, vacuous: 4, erratum: 3, skip: 2, pass: 1 };
    expect(plain({ verdicts })).toContain("1 pass, 2 skip, 3 erratum, 4 vacuous, 5 fail, 6 error");
  });

  test("says so if nothing was judged", () => {
    expect(plain({})).toMatch(/acme-jobs +1 +1 {2}nothing +– {2}0\.0 s\n/);
  });
});

describe("below the table", () => {
  test("whatever is not green, with its three lines", () => {
    const text = plain({
      checks: [
        { verdict: "pass", received: "never shown" },
        { check: "error-code", case: "404 JobNotFound", expected: '"JobNotFound"', received: '"Gone"' },
        { verdict: "vacuous", received: "0 of them" },
      ],
    });
    expect(text.slice(text.indexOf("fail error-code"))).toBe(`fail error-code acme-jobs getJob 404 JobNotFound
  expected  "JobNotFound"
  received  "Gone"
  curl 'http://x/'

vacuous status-code acme-jobs getJob 200
  expected  200
  received  0 of them
  curl 'http://x/'
`);
    expect(text).not.toContain("never shown");
  });

  test("skips by their reason", () => {
    const skip = { verdict: "skip" as const };
    const text = plain({
      checks: [
        { ...skip, received: "r1" },
        { ...skip, received: "r2" },
        { ...skip, received: "r1" },
      ],
    });
    expect(text).toContain("skip acme-jobs: 2 cases: r1\n\nskip acme-jobs: 1 case: r2\n");
  });
});

describe("coverage", () => {
  const points = ["200", "404"].map((name, index) => {
    return { operation: "getJob", kind: "status" as const, name, seen: index === 0 ? [0] : [] };
  });
  const evidence = { version: 1 as const, sources: [{ kind: "sandbox" as const }], points };

  test("is a line for each provider and source, after the table", () => {
    const row = rowOf({ checks: [{ verdict: "pass" }] });
    const text = stripVTControlCharacters(formatPretty([{ ...row, report: { ...row.report, evidence } }]));
    expect(text).toMatch(/ 0\.0 s\n\ncoverage acme-jobs, sandbox: statuses 1\/2\n$/);
  });
});

test("a finding of merged runs says who saw it", () => {
  const row = rowOf({ checks: [{ sources: [1], curl: "" }] });
  const fingerprint = { document: "0123456789abcdef", kit: "1" };
  const runs = ["north", "south"].map((tenant) => {
    const startedAt = "2026-11-22T07:10:36.054Z";
    return {
      kind: "live" as const,
      tenant,
      fingerprint,
      proved: true,
      target: `http://${tenant}`,
      startedAt,
    };
  });
  const text = stripVTControlCharacters(formatPretty([{ ...row, report: { ...row.report, runs } }]));
  expect(text).toMatch(
    /\n {2}received {2}418\n {2}seen by {3}live south at http:\/\/south, 2026-11-22T07:10:36\.054Z\n$/,
  );
});

describe("in a terminal of 80 columns", () => {
  const long = "a b c d e f g h ".repeat(8).trim();
  const points = (["operation", "status", "media-type", "field", "value", "code", "state"] as const).flatMap(
    (kind) =>
      Array.from({ length: 1000 }, (_, index) => ({
        operation: "getJob",
        kind,
        name: `${index}`,
        seen: [0],
      })),
  );
  const evidence = { version: 1 as const, sources: [{ kind: "sandbox" as const }], points };
  const run = { unproved: long } as RunFacts;
  const row = rowOf({
    checks: [
      { expected: long, received: long },
      { verdict: "skip", received: long },
    ],
  });
  const text = stripVTControlCharacters(
    formatPretty([{ ...row, report: { ...row.report, evidence, run } }], 80),
  );

  test("no line is longer, but a command line", () => {
    const lines = text.split("\n").filter((line) => !line.startsWith("  curl "));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test("what goes on is set in", () => {
    expect(text).toContain("statuses 1000/1000,\n  media types 1000/1000, ");
    expect(text).toMatch(/\n {2}expected {2}(?:\w ){33}\w\n {12}\w /);
    expect(text).toMatch(/\nskip acme-jobs: 1 case: (?:\w ?)+\n {2}\w /);
  });
});

test.each([
  { given: 10, want: false },
  { given: 11, want: true },
])("$given findings are counted below them: $want", ({ given, want }) => {
  const checks = Array.from({ length: given }, () => ({ verdict: "fail" as const }));
  const end = stripVTControlCharacters(formatPretty([rowOf({ checks })])).endsWith(
    `\n\n${given} fail, above; --reporter html=report.html has them by operation, to search and filter\n`,
  );
  expect(end).toBe(want);
});

test.each([
  {
    given: "not authorised: the service answered 401",
    want: "401; settled env says which credentials are set",
  },
  { given: "unreachable: is --url right?", want: "unreachable: is --url right?" },
])("what to do where nothing was proved: $given", ({ given, want }) => {
  const row = rowOf({});
  const run = { unproved: given } as RunFacts;
  expect(formatPretty([{ ...row, report: { ...row.report, run } }])).toContain(`${want}\n`);
});
