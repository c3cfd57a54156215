import { afterEach, expect, test, vi } from "vitest";
import { entryOf, reportOf, rowOf, SAMPLE } from "../../test/sample-report.ts";
import { formatGithub } from "./format-github.ts";
import type { Report } from "./report.ts";

afterEach(() => vi.unstubAllEnvs());

const linesOf = (report: Report) =>
  formatGithub([rowOf(report)])
    .split("\n")
    .slice(0, -1);
const source = { pointer: "#/a", line: 7, column: 3 };
const document = "specs/a, b:c/openapi.yaml";

test.each([
  {
    name: "a failure on its line",
    given: reportOf([entryOf({ verdict: "fail", received: "418", source })], { document: "openapi.yaml" }),
    want: [
      "::error file=openapi.yaml,line=7,col=3,title=acme-jobs getJob 200 succeeded%3A status-code::expected 200%0Areceived 418%0Acurl 'http://x/jobs/1'",
    ],
  },
  {
    name: "what a command would be broken by",
    given: reportOf(
      [entryOf({ verdict: "error", expected: "50% ::error::", received: "a\r\nb, c: d", curl: "" })],
      {
        document,
      },
    ),
    want: [
      "::error file=specs/a%2C b%3Ac/openapi.yaml,title=acme-jobs getJob 200 succeeded%3A status-code::expected 50%25 ::error::%0Areceived a%0D%0Ab, c: d",
    ],
  },
  {
    name: "what proves nothing is a warning, without a file where none is known",
    given: reportOf([entryOf({ verdict: "vacuous", curl: "" })]),
    want: ["::warning title=acme-jobs getJob 200 succeeded%3A status-code::expected 200%0Areceived 200"],
  },
  {
    name: "a known deviation is one notice, however often it was seen",
    given: reportOf([1, 2].map(() => entryOf({ verdict: "erratum", errata: ["odd"], curl: "" }))),
    want: ["::notice title=acme-jobs%3A known deviation odd::expected 200%0Areceived 200"],
  },
  {
    name: "what is green or skipped is none",
    given: reportOf([entryOf(), entryOf({ verdict: "skip" })]),
    want: [],
  },
])("$name", ({ given, want }) => {
  expect(linesOf(given)).toEqual(want);
});

test("errors come first, and no line holds two commands", () => {
  const lines = linesOf(SAMPLE);
  expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual([
    "error",
    "error",
    "error",
    "warning",
    "notice",
  ]);
});

test("the last of ten says how many are not shown", () => {
  const lines = linesOf(reportOf(Array.from({ length: 12 }, () => entryOf({ verdict: "fail", curl: "" }))));
  expect(lines).toHaveLength(12);
  expect(lines[9]).toMatch(/%0A%0A\(and 2 more errors\)$/);
});

test("files are told from the root of the repository", () => {
  vi.stubEnv("GITHUB_WORKSPACE", process.cwd().replace(/\/[^/]+$/, ""));
  const [line] = linesOf(reportOf([entryOf({ verdict: "fail" })], { document: "openapi.yaml" }));
  expect(line).toContain(`file=${process.cwd().replace(/.*\//, "")}/openapi.yaml`);
});
