import { type Markup, markup } from "./markup.ts";
import { remarksOf } from "./remarks.ts";
import type { Report, ReportEntry } from "./report.ts";
import type { Row } from "./row.ts";
import { sightingLines } from "./sightings.ts";

/**
 * JUnit XML, as Jenkins' schema has it: a suite for each operation, a test case for each check of each case. What
 * deviates in a known way has not failed; its name is in the output.
 */
export function formatJunit(rows: readonly Row[]): string {
  const suites = rows.flatMap(suitesOf);
  const entries = rows.flatMap((row) => [...remarkTests(row), ...testsOf(row.report.checks)]);
  const xml = markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="settled" ${counts(entries)} time="${seconds(sum(rows.map(({ duration }) => duration)))}">
${suites}</testsuites>
`;
  return xml.markup;
}

/** What one check said of one case: several findings, as a rule one. */
type Test = readonly [ReportEntry, ...ReportEntry[]];

function suitesOf(row: Row): Markup[] {
  const { report } = row;
  const operations = Map.groupBy(
    [...remarkTests(row).flat(), ...report.checks],
    ({ operation }) => operation,
  );
  const properties = remarksOf(row)
    .filter(({ isError }) => !isError)
    .map(
      ({ title, text }) => markup`    <properties><property name="${title}" value="${text}"/></properties>\n`,
    );
  return [...operations].map(([operation, entries]) => {
    const tests = testsOf(entries);
    const cases = (report.cases ?? []).filter((one) => one.operation === operation);
    const time = seconds(sum(cases.map(({ duration = 0 }) => duration)));
    return markup`  <testsuite name="${report.provider} ${operation}" ${counts(tests)} skipped="${skippedIn(tests)}" time="${time}" timestamp="${report.startedAt.replace(/(\.\d+)?Z$/, "")}">
${properties}${tests.map((test) => testCase(report, test))}  </testsuite>
`;
  });
}

/** What the case of a remark is called, and what there should have been. */
const REMARKED = {
  unproved: {
    case: "proves something",
    check: "authentication",
    expected: "an answer that proves something",
  },
  survived: { case: "sees what is broken", check: "request", expected: "a check that sees it" },
} as const;

/** Readers of JUnit see no exit code: what makes for one has to be an error of its own. */
function remarkTests(row: Row): Test[] {
  return remarksOf(row).flatMap(({ kind, title, text }) => {
    if (kind === "lenient" || kind === "idle") return [];
    const { case: name, check, expected } = REMARKED[kind];
    const operation = kind === "unproved" ? "the whole run" : title;
    return [[{ check, operation, case: name, verdict: "error", expected, received: text, curl: "" }] as Test];
  });
}

function testCase(report: Report, test: Test): Markup {
  const [{ check, operation, case: name }] = test;
  const known = [...new Set(test.flatMap(({ errata = [] }) => errata))];
  const evidence = known.map(
    (erratum) => `erratum ${erratum}: ${report.errata?.[erratum] ?? "known to deviate"}`,
  );
  return markup`    <testcase classname="${report.provider}.${operation}" name="${name} ${check}" time="0">
${results(report, test)}${
  known.length > 0
    ? markup`      <system-out>${[...evidence, ...test.map((entry) => explain(report, entry))].join("\n\n")}</system-out>\n`
    : ""
}    </testcase>
`;
}

// A test case has one result in most readers: the worst.
function results(report: Report, test: Test): Markup | undefined {
  const errors = test.filter(({ verdict }) => verdict === "error");
  const failures = test.filter(({ verdict }) => verdict === "fail" || verdict === "vacuous");
  const skips = test.filter(({ verdict }) => verdict === "skip");
  const [error] = errors;
  const [failure] = failures;
  const [skip] = skips;
  if (error)
    return markup`      <error message="${summary(error)}" type="error">${text(report, errors)}</error>\n`;
  if (failure) {
    const type = failures.some(({ verdict }) => verdict === "fail") ? "fail" : "vacuous";
    return markup`      <failure message="${summary(failure)}" type="${type}">${text(report, failures)}</failure>\n`;
  }
  return skip && markup`      <skipped message="${skip.received}"/>\n`;
}

function summary({ expected, received }: ReportEntry): string {
  return `expected ${expected}, received ${received}`;
}

function text(report: Report, entries: readonly ReportEntry[]): string {
  return entries.map((entry) => explain(report, entry)).join("\n\n");
}

function explain(report: Report, entry: ReportEntry): string {
  const { expected, received, curl } = entry;
  const seen = sightingLines(report, entry);
  return [`expected  ${expected}`, `received  ${received}`, ...seen, ...(curl ? [curl] : [])].join("\n");
}

function testsOf(entries: readonly ReportEntry[]): Test[] {
  const groups = Map.groupBy(entries, ({ operation, case: name, check }) =>
    JSON.stringify([operation, name, check]),
  );
  return [...groups.values()].map((group) => group as unknown as Test);
}

function counts(tests: readonly Test[]): Markup {
  const having = (...verdicts: string[]) =>
    tests.filter((test) => test.some(({ verdict }) => verdicts.includes(verdict)));
  const errors = having("error");
  const failures = having("fail", "vacuous").filter((test) => !errors.includes(test));
  return markup`tests="${tests.length}" failures="${failures.length}" errors="${errors.length}"`;
}

// Only a suite counts them: the schema has no such attribute for the whole.
function skippedIn(tests: readonly Test[]): number {
  const is = (test: Test, ...verdicts: string[]) => test.some(({ verdict }) => verdicts.includes(verdict));
  return tests.filter((test) => is(test, "skip") && !is(test, "fail", "vacuous", "error")).length;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
