import { expect, test } from "vitest";
import { document } from "../../test/acme-jobs.ts";
import { mergeReports } from "../evidence/merge-reports.ts";
import { reportRun } from "../run/report-run.ts";
import type { Strangers } from "../schema/compile-validators.ts";
import { formatSummary } from "./format-summary.ts";
import { leniencyOf } from "./remarks.ts";
import type { Report } from "./report.ts";
import { REPORTER_NAMES, REPORTERS } from "./reporters.ts";

const NOTE = "members that the document does not name were allowed";

/** A report in which one case was skipped. */
function reportOf(strangers: Strangers, startedAt = "2026-11-22T07:10:36.054Z"): Report {
  const about = { operation: "getJob", case: "200", curl: "" };
  const said = { verdict: "skip", expected: "200", received: "not sent" } as const;
  const cases = [{ entries: [{ check: "status-code" as const, ...about, ...said }], proved: true }];
  const options = { document, baseUrl: "http://x", targetKind: "sandbox" as const, strangers };
  return reportRun(options as Parameters<typeof reportRun>[0], cases, { startedAt, isCut: false });
}

const formats = [
  ...REPORTER_NAMES.map((name) => ({ name, load: REPORTERS[name] })),
  { name: "step summary", load: async () => formatSummary },
];

test.each(formats)("$name says that a run was lenient, and of no other", async ({ name, load }) => {
  const format = await load();
  const text = (strangers: Strangers) =>
    format([{ report: reportOf(strangers), operations: 7, cases: 1, duration: 1 }]);
  const note = name === "json" ? '"unknownMembers": "admitted"' : NOTE;
  expect(text("admitted").split(note)).toHaveLength(2);
  expect(text("refused")).not.toContain(note);
  expect(text("refused")).not.toMatch(/lenient: /i);
});

test.each<{ name: string; given: Report[]; want: string[] }>([
  { name: "none", given: [reportOf("refused")], want: [] },
  { name: "the one", given: [reportOf("admitted")], want: [`${NOTE} (--allow-unknown-members)`] },
  {
    name: "one of two",
    given: [reportOf("refused"), reportOf("admitted", "2026-11-23T07:10:36.054Z")],
    want: [`${NOTE} in 1 of 2 runs (--allow-unknown-members)`],
  },
])("of merged runs, $name is lenient", ({ given, want }) => {
  expect(mergeReports(given).flatMap(leniencyOf)).toEqual(want);
});

test("a run of shards is lenient where one of them is", () => {
  const shardOf = (strangers: Strangers, index: number): Report => {
    const { run, ...report } = reportOf(strangers);
    return { ...report, ...(run && { run: { ...run, shard: { index, of: 2 } } }) };
  };
  const [joined] = mergeReports([shardOf("refused", 1), shardOf("admitted", 2)]);
  expect(joined?.run?.unknownMembers).toBe("admitted");
});
