import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import { entryOf, reportOf, rowOf, SAMPLE } from "../../test/sample-report.ts";
import { checks } from "../checks/checks.ts";
import { finishReport } from "./finish-report.ts";
import { formatJson } from "./format-json.ts";
import { type Report, VERDICTS } from "./report.ts";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const schema = JSON.parse(readFileSync(new URL("../../report.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const errorsOf = (...reports: Report[]) => {
  validate(JSON.parse(formatJson(reports)));
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "oneOf")
    .map(({ instancePath }) => instancePath);
};

test.each<{ name: string; given: Report[] }>([
  { name: "one report with all that it can hold", given: [SAMPLE] },
  { name: "several", given: [SAMPLE, reportOf([])] },
  { name: "none", given: [] },
  { name: "one of before", given: [reportOf([entryOf()])] },
])("$name", ({ given }) => {
  expect(errorsOf(...given)).toEqual([]);
});

test("one that was finished", async () => {
  const report = reportOf([entryOf({ at: "#/state", check: "response-schema" })]);
  const outputs = [{ reporter: "json" }] as const;
  expect(errorsOf(await finishReport(rowOf(report), document, outputs))).toEqual([]);
});

test.each([
  { name: "an unknown member", given: { ...SAMPLE, extra: 1 } as Report },
  { name: "an unknown verdict", given: reportOf([entryOf({ verdict: "bad" as "fail" })]) },
  { name: "an erratum without a name", given: reportOf([entryOf({ verdict: "erratum" })]) },
  { name: "a name without an erratum", given: reportOf([entryOf({ errata: ["a"] })]) },
])("no report: $name", ({ given }) => {
  expect(errorsOf(given)).not.toEqual([]);
});

test("knows all checks and verdicts, and is published", () => {
  expect(schema.$defs.entry.properties.check.enum).toEqual(Object.keys(checks));
  expect(schema.$defs.verdict.enum).toEqual([...VERDICTS]);
  expect(manifest.publishConfig.exports["./report.schema.json"]).toBe("./report.schema.json");
  expect(manifest.files).toContain("report.schema.json");
});
