import { describe, expect, test } from "vitest";
import { bench, benchOf, document, documentOf, json } from "../../test/acme-jobs.ts";
import { documents } from "../../test/providers.ts";
import { entryOf, reportOf } from "../../test/sample-report.ts";
import type { Document } from "../document/document.ts";
import { completeReport } from "../report/complete-report.ts";
import type { Report, ReportEntry, RunFacts } from "../report/report.ts";
import type { CheckOptions } from "../run/check-options.ts";
import { runCheck } from "../run/run-check.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { TeachingError } from "../teaching-error.ts";
import { mergeReports } from "./merge-reports.ts";

const RUN: RunFacts = { kind: "live", fingerprint: { document: "0123456789abcdef", kit: "1" }, proved: true };

function runOf(
  entries: Partial<ReportEntry>[],
  run: Partial<RunFacts> = {},
  given: Partial<Report> = {},
): Report {
  return reportOf(entries.map(entryOf), { run: { ...RUN, ...run }, ...given });
}

describe("all shards of a run give the report of the whole run", () => {
  // What is new in each run: when, how long, and what makes each signature another.
  const still = (report: Report) =>
    JSON.stringify(
      { ...report, startedAt: "", duration: 0 },
      (key, value) => (key === "duration" ? 0 : value),
      1,
    )
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<nonce>")
      .replace(/\d{8}T\d{6}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<date>")
      .replace(/(Signature=|signature[^"']*", ?"?|ACME-HMAC-SHA256 )[^"'\s]+/gi, "$1<signature>");

  async function run(from: Document, options: Partial<CheckOptions>): Promise<Report> {
    const answers = createDocumentedAnswers(from);
    // Something to find, in more than one operation.
    const send = sendTo(async (request) => {
      const answer = await answers(request);
      return request.url.length % 3 === 0 ? { ...answer, status: 418 } : answer;
    });
    const { report } = await runCheck({ ...benchOf(from), send, targetKind: "sandbox", ...options });
    return completeReport(report, from);
  }

  const smallest = documents.toSorted((a, b) => a.operations.length - b.operations.length)[0] as Document;
  test.each([
    { name: "the fixture", from: document, sizes: [1, 2, 3, 9] },
    { name: "a real document", from: smallest, sizes: [2, 5] },
  ])("$name", { timeout: 60_000 }, async ({ from, sizes }) => {
    const whole = await run(from, {});
    expect(whole.verdicts.fail).toBeGreaterThan(0);
    for (const of of sizes) {
      const shards: Report[] = [];
      for (let index = of; index > 0; index -= 1) shards.push(await run(from, { shard: { index, of } }));
      const merged = mergeReports(shards);
      expect(merged).toHaveLength(1);
      expect(still(merged[0] as Report)).toBe(still(whole));
    }
  });

  test("a shard that has nothing to ask is green, and one that nobody answers is not", async () => {
    const one = documentOf({});
    const options = { ...benchOf(one), targetKind: "live" } as const;
    const lost = async () => {
      throw new TypeError("no network");
    };
    const shard = (index: number) => ({ index, of: 2 });
    const idle = await runCheck({ ...options, shard: shard(2) });
    expect([idle.cases, idle.proved]).toEqual([0, true]);
    expect((await runCheck({ ...options, send: lost, shard: shard(1) })).proved).toBe(false);
    // Where no other shard has anything to ask either, nobody ever asks.
    const obstacles = new Map(one.operations.map(({ id }) => [id, "in the way"]));
    for (const part of [shard(1), shard(2), { index: 1, of: 1 }])
      expect((await runCheck({ ...options, obstacles, shard: part })).proved).toBe(false);
  });

  test("a run that is cut short says so", async () => {
    const { report } = await runCheck({ ...bench, targetKind: "live", signal: AbortSignal.abort() });
    expect(report.run?.interrupted).toBe(true);
  });
});

describe("refused", () => {
  const other = { document: "fedcba9876543210", kit: "1" };
  test.each<{ name: string; given: Report[]; want: RegExp }>([
    {
      name: "another document",
      given: [runOf([]), runOf([], { fingerprint: other })],
      want: /document 0123456789abcdef, kit 1; document fedcba9876543210, kit 1/,
    },
    {
      name: "another version of the kit",
      given: [runOf([]), runOf([], { fingerprint: { ...RUN.fingerprint, kit: "2" } })],
      want: /kit 1; .*kit 2/,
    },
    { name: "a report that does not say", given: [runOf([]), reportOf([])], want: /of an unknown document/ },
    { name: "two that do not say", given: [reportOf([]), reportOf([])], want: /of an unknown document/ },
    {
      name: "a shard that is missing",
      given: [runOf([], { shard: { index: 1, of: 3 } }), runOf([], { shard: { index: 3, of: 3 } })],
      want: /no report of shard 2\/3/,
    },
    {
      name: "a shard that is missing of the second run",
      given: [1, 2, 1].map((index) => runOf([], { shard: { index, of: 2 } })),
      want: /no report of shard 2\/2/,
    },
  ])("$name", ({ given, want }) => {
    expect(() => mergeReports(given)).toThrow(TeachingError);
    expect(() => mergeReports(given)).toThrow(want);
  });

  test("not two documents of two providers", () => {
    const reports = [runOf([]), runOf([], { fingerprint: other }, { provider: "b" })];
    expect(mergeReports(reports).map(({ provider }) => provider)).toEqual(["acme-jobs", "b"]);
  });
});

describe("of several runs", () => {
  const shown = (reports: Report[]) =>
    (mergeReports(reports)[0] as Report).checks.map(({ case: name, verdict, at = "", sources }) => [
      name,
      verdict,
      at,
      sources,
    ]);
  test.each<{ name: string; given: Partial<ReportEntry>[][]; want: unknown[] }>([
    {
      name: "the same finding is told once",
      given: [[{ verdict: "fail" }], [{ verdict: "fail", received: "500" }]],
      want: [["200 succeeded", "fail", "", [0, 1]]],
    },
    {
      name: "the worst is told, with those that have it",
      given: [[{ verdict: "pass" }], [{ verdict: "fail" }], [{ verdict: "erratum", errata: ["a"] }]],
      want: [["200 succeeded", "fail", "", [1]]],
    },
    {
      name: "what one skipped and another asked, was asked",
      given: [[{ verdict: "skip" }], [{ verdict: "pass" }], [{ verdict: "skip" }]],
      want: [["200 succeeded", "pass", "", [1]]],
    },
    {
      name: "what all skipped, was skipped",
      given: [[{ verdict: "skip" }], [{ verdict: "skip" }]],
      want: [["200 succeeded", "skip", "", [0, 1]]],
    },
    {
      name: "findings at two places are two",
      given: [[{ verdict: "fail", at: "#/a" }], [{ verdict: "fail", at: "#/b" }]],
      want: [
        ["200 succeeded", "fail", "#/a", [0]],
        ["200 succeeded", "fail", "#/b", [1]],
      ],
    },
    {
      name: "cases stay together",
      given: [[{ case: "a" }, { case: "b" }], [{ case: "a", at: "#/x" }]],
      want: [
        ["a", "pass", "", [0]],
        ["a", "pass", "#/x", [1]],
        ["b", "pass", "", [0]],
      ],
    },
  ])("$name", ({ given, want }) => {
    expect(shown(given.map((entries) => runOf(entries)))).toEqual(want);
  });

  test("verdicts are counted anew, and the runs are told", () => {
    const reports = [
      runOf(
        [{ verdict: "fail" }],
        { tenant: "north" },
        { target: "http://n", startedAt: "2026-11-23T00:00:00Z" },
      ),
      runOf([{ verdict: "fail" }], { tenant: "south", proved: false }, { target: "http://s" }),
    ];
    const [merged] = mergeReports(reports);
    expect(merged).toMatchObject({
      target: "http://n, http://s",
      startedAt: "2026-11-22T07:10:36.054Z",
      verdicts: { fail: 1 },
      runs: [
        { tenant: "north", target: "http://n", proved: true },
        { tenant: "south", target: "http://s", proved: false },
      ],
    });
    expect(merged).not.toHaveProperty("run");
  });

  test("the exchange is that of the worst", () => {
    const exchange = (url: string) => ({
      operation: "getJob",
      case: "200 succeeded",
      request: { method: "GET", url, headers: [] },
    });
    const reports = [
      runOf([{}], {}, { cases: [exchange("http://good")] }),
      runOf([{ verdict: "fail" }], {}, { cases: [exchange("http://bad")] }),
    ];
    expect(mergeReports(reports)[0]?.cases).toEqual([exchange("http://bad")]);
  });

  test("merging what is merged is merging all", () => {
    const runs = ["fail", "pass", "fail"].map((verdict) => runOf([{ verdict: verdict as "fail" }]));
    const [a, b, c] = runs as [Report, Report, Report];
    expect(mergeReports([...mergeReports([a, b]), c])).toEqual(mergeReports(runs));
    expect(mergeReports([a, ...mergeReports([b, c])])).toEqual(mergeReports(runs));
  });

  test("evidence is united", async () => {
    const answer = json(200, { healthy: true });
    const live = await runCheck({
      ...bench,
      send: sendTo(async () => answer),
      targetKind: "live",
      tenant: "n",
    });
    const own = await runCheck({ ...bench, targetKind: "sandbox" });
    const [merged] = mergeReports([live.report, own.report]);
    expect(merged?.evidence?.sources).toEqual([{ kind: "live", tenant: "n" }, { kind: "sandbox" }]);
    expect(merged?.coverage?.map(({ rows }) => rows[0]?.cells[0])).toEqual([
      expect.objectContaining({ of: 8 }),
      { seen: 8, of: 8 },
    ]);
  });
});
