import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { entryOf, reportOf, rowOf, SAMPLE } from "../../test/sample-report.ts";
import { checks } from "../checks/checks.ts";
import { formatSarif } from "./format-sarif.ts";
import type { Report } from "./report.ts";

const runOf = (...reports: Report[]) => {
  const [run] = (JSON.parse(formatSarif(reports.map(rowOf))) as Log).runs;
  if (!run?.results) throw new Error("no results");
  return { ...run, results: run.results };
};

test("every check is a rule with a help text", () => {
  const rules = runOf(SAMPLE).tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual(Object.keys(checks));
  for (const { name, shortDescription, help } of rules) {
    expect(name).toMatch(/^([A-Z][a-z]+)+$/);
    expect([shortDescription?.text, help?.text].filter((text) => (text ?? "").length > 10)).toHaveLength(2);
  }
});

test("a failure is a result on the line of the document", () => {
  expect(runOf(SAMPLE).results[0]).toEqual({
    ruleId: "status-code",
    ruleIndex: 2,
    kind: "fail",
    level: "error",
    message: { text: "acme-jobs getJob 404 JobNotFound: expected 404, received 418" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "specs/acme-jobs/openapi.yaml", uriBaseId: "%SRCROOT%" },
          region: { startLine: 158, startColumn: 7 },
        },
        logicalLocations: [
          { name: "getJob", kind: "function", fullyQualifiedName: "acme-jobs/getJob/404 JobNotFound" },
        ],
      },
    ],
    partialFingerprints: { "settledFinding/v1": "0123456789abcdef" },
    properties: { verdict: "fail", provider: "acme-jobs", curl: "curl 'http://x/jobs/1'" },
  });
});

test("what is no result: what passed, what was skipped", () => {
  expect(runOf(SAMPLE).results.map(({ level, properties }) => [level, properties?.verdict])).toEqual([
    ["error", "fail"],
    ["error", "fail"],
    ["warning", "vacuous"],
    ["note", "erratum"],
    ["error", "error"],
  ]);
});

test("a known deviation is suppressed, by its name", () => {
  const known = runOf(SAMPLE).results.find(({ level }) => level === "note");
  expect(known?.suppressions).toEqual([
    {
      kind: "external",
      status: "accepted",
      justification: "health-version: Seen in release 3.2 on 2026-11-20.\nhealth-epoch: known to deviate",
    },
  ]);
});

test.each([
  { document: "/a b/openapi.yaml", want: { uri: "file:///a%20b/openapi.yaml" } },
  { document: "a b/#1.yaml", want: { uri: "a%20b/%231.yaml", uriBaseId: "%SRCROOT%" } },
])("the document $document", ({ document, want }) => {
  const [result] = runOf(reportOf([entryOf({ verdict: "fail" })], { document })).results;
  expect(result?.locations?.[0]?.physicalLocation).toEqual({ artifactLocation: want });
});

test("a finding bears the same fingerprint whatever was received, and no two bear one", () => {
  const fingerprints = (received: string) =>
    runOf(
      reportOf([
        entryOf({ verdict: "fail", received }),
        entryOf({ verdict: "fail", received, expected: "another" }),
        entryOf({ verdict: "fail", received, at: "#/a" }),
        entryOf({ verdict: "fail", received, case: "404" }),
      ]),
      reportOf([entryOf({ verdict: "fail", received })], { provider: "b" }),
    ).results.map(({ partialFingerprints }) => partialFingerprints?.["settledFinding/v1"]);
  expect(fingerprints("a")).toEqual(fingerprints("b"));
  expect(new Set(fingerprints("a")).size).toBe(5);
});

// The schema of OASIS, as Microsoft's SDK carries it.
describe("the schema of SARIF 2.1.0", () => {
  const schema = fileURLToPath(import.meta.resolve("@microsoft/jest-sarif"));
  // One of its patterns is none in Unicode mode.
  const options = { strict: true, strictRequired: false, unicodeRegExp: false, allErrors: true };
  const ajv = new AjvDraft04.default(options);
  addFormats.default(ajv);
  const validate = ajv.compile(
    JSON.parse(readFileSync(join(dirname(schema), "schemas/sarif-2.1.0-rtm.5.json"), "utf8")),
  );
  const errorsOf = (log: object) => {
    validate(log);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  test.each<{ name: string; given: Report[] }>([
    { name: "all that a report can hold", given: [SAMPLE, { ...SAMPLE, provider: "b & <c>" }] },
    { name: "no provider", given: [] },
    { name: "a document by its path on the disk", given: [{ ...SAMPLE, document: "/a b/open api.yaml" }] },
    { name: "no document", given: [reportOf([entryOf({ verdict: "fail" })])] },
    {
      name: "texts that are none",
      given: [reportOf([entryOf({ verdict: "error", received: "\u0000\ud800" })])],
    },
  ])("has $name", ({ given }) => {
    expect(errorsOf(JSON.parse(formatSarif(given.map(rowOf))))).toEqual([]);
  });

  test.each([
    { given: { version: "2.1.0" }, want: "must have required property 'runs'" },
    { given: { version: "2.1.0", runs: [{ results: [] }] }, want: "must have required property 'tool'" },
    { given: { version: "2.1.0", runs: [], extra: 1 }, want: "must NOT have additional properties" },
  ])("does not have $given", ({ given, want }) => {
    expect(errorsOf(given).join()).toContain(want);
  });
});
