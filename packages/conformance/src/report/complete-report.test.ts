import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { document, documentOf, FIXTURE, OVERLAY } from "../../test/acme-jobs.ts";
import { entryOf, reportOf } from "../../test/sample-report.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { loadDocument } from "../document/load-document.ts";
import { completeReport, identify } from "./complete-report.ts";
import type { ReportEntry } from "./report.ts";

const CASE = "200 succeeded";
const GET_JOB = "#/paths/~1jobs~1{jobId}/get";
const CONTENT = `${GET_JOB}/responses/200/content`;

describe("the place of an expectation in the document", () => {
  test.each<{ name: string; given: Partial<ReportEntry>; want: string }>([
    { name: "the statuses", given: { check: "status-code" }, want: `${GET_JOB}/responses` },
    { name: "the media types", given: { check: "content-type" }, want: CONTENT },
    { name: "the response", given: { check: "client-result" }, want: `${GET_JOB}/responses/200` },
    {
      name: "a header",
      given: {
        check: "response-headers",
        operation: "startJob",
        case: "202 accepted",
        expected: "header Location: format uri-reference",
      },
      want: "#/paths/~1jobs/post/responses/202/headers/Location",
    },
    {
      name: "a member, where it is documented",
      given: { check: "response-schema", at: "#/state" },
      want: "#/components/schemas/Accepted/properties/state",
    },
    {
      name: "a member of an item, from what the entry expects",
      given: { check: "response-schema", expected: "#/attempts/1/number format int32" },
      want: "#/components/schemas/Job/allOf/1/properties/attempts/items/properties/number",
    },
    {
      name: "an undocumented member: what it would be a member of",
      given: { check: "response-schema", at: "#/owner/stranger" },
      want: "#/components/schemas/Job/allOf/1/properties/owner",
    },
    {
      name: "a response that is referred to",
      given: { check: "client-result", operation: "getPlan", case: "404 JobNotFound" },
      want: "#/components/responses/NoSuchJob",
    },
    {
      name: "a status of a range",
      given: { check: "client-result", operation: "startJob", case: "400 NameTaken" },
      want: "#/paths/~1jobs/post/responses/4XX",
    },
    {
      name: "a parameter",
      given: { check: "request", expected: "query depth: 3" },
      want: `${GET_JOB}/parameters/1`,
    },
    { name: "the request", given: { check: "request", expected: "GET /x" }, want: GET_JOB },
    {
      name: "the security of an operation",
      given: { check: "authentication", operation: "cancelJob", case: "204" },
      want: "#/paths/~1jobs~1{jobId}/delete/security",
    },
    { name: "the security of the document", given: { check: "authentication" }, want: "#/security" },
  ])("$name", async ({ given, want }) => {
    const { checks } = await completeReport(reportOf([entryOf({ case: CASE, ...given })]), document);
    expect(checks[0]?.source?.pointer).toBe(want);
  });

  test("is a line and a column of the file", async () => {
    const { checks } = await completeReport(reportOf([entryOf({ case: CASE })]), document);
    const text = await import("node:fs/promises").then(({ readFile }) => readFile(FIXTURE, "utf8"));
    const { line = 0, column = 0 } = checks[0]?.source ?? {};
    expect(text.split("\n")[line - 2]).toMatch(/^ {6}responses:$/);
    expect(text.split("\n")[line - 1]?.slice(column - 1)).toBe('"200":');
  });

  test("is none where the document is no file", async () => {
    const report = await completeReport(
      reportOf([entryOf({ operation: "getThing", case: "200" })]),
      documentOf({}),
    );
    expect([report.document, report.checks[0]?.source]).toEqual([undefined, undefined]);
  });
});

test("an operation is what its document says of it", async () => {
  const { operations, documentation, ...report } = await completeReport(
    reportOf([]),
    document,
    dirname(FIXTURE),
  );
  expect(documentation).toEqual({
    url: "https://docs.acme.example/jobs",
    description: "Acme Jobs API; read 2026-11-22",
  });
  expect(report.document).toBe("acme-jobs.yaml");
  expect(operations?.find(({ id }) => id === "startJob")).toEqual({
    id: "startJob",
    method: "POST",
    path: "/jobs",
    summary: "Start a job",
    statuses: ["202", "4XX"],
    source: { pointer: "#/paths/~1jobs/post", line: 25, column: 7 },
  });
});

describe("known deviations", () => {
  const folder = sharedFolder();
  beforeAll(async () => {
    await copyFile(FIXTURE, join(folder, "openapi.yaml"));
    await copyFile(OVERLAY, join(folder, "observed.overlay.yaml"));
  });

  test("bring their evidence with them, if they were seen", async () => {
    const own = await loadDocument(join(folder, "openapi.yaml"));
    const known = entryOf({ verdict: "erratum", errata: ["paused-state"] });
    const { errata } = await completeReport(reportOf([known]), own);
    expect(errata).toEqual({
      "paused-state":
        "Seen in release 3.2 on 2026-11-20, after an operator had stopped a job.\nThe answer that showed it.",
    });
    expect((await completeReport(reportOf([entryOf()]), own)).errata).toBeUndefined();
  });
});

test("a name is of the finding, and not of what was received", () => {
  const names = (...entries: Partial<ReportEntry>[]) => identify(reportOf(entries.map(entryOf)));
  const [one] = names({ received: "a" });
  expect(names({ received: "b" })).toEqual([one]);
  const others = names({}, {}, { at: "#/a" }, { check: "request" }, { case: "404" }, { operation: "b" });
  expect(others[0]).toBe(one);
  expect(new Set(others).size).toBe(6);
  for (const name of others) expect(name).toMatch(/^[0-9a-f]{16}$/);
});
