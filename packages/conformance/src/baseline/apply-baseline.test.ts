import { describe, expect, test } from "vitest";
import { entryOf, reportOf } from "../../test/sample-report.ts";
import type { Report, ReportCase, ReportEntry, RunFacts } from "../report/report.ts";
import { applyBaseline } from "./apply-baseline.ts";
import type { BaselineEntry } from "./baseline.ts";

const CONTEXT = { operations: ["getJob", "getHealth"], today: "2026-11-22" };
const CASE = "200 succeeded";

/** What is known, with the members that are given. */
function known(given: Partial<BaselineEntry> = {}): BaselineEntry {
  const about = {
    provider: "acme-jobs",
    operation: "getJob",
    case: CASE,
    check: "response-schema",
    at: "#/a",
  } as const;
  const said = { reason: "ticket 7", owner: "north", expires: "2026-11-22", since: "2026-11-01" };
  return { ...about, ...said, ...given };
}

/** What was found, likewise. */
function found(given: Partial<ReportEntry> = {}): ReportEntry {
  return entryOf({
    check: "response-schema",
    verdict: "fail",
    expected: "#/a type string",
    at: "#/a",
    ...given,
  });
}

const passing = () => entryOf({ check: "response-schema" });

const apply = (entries: BaselineEntry[], checks: ReportEntry[], given: Partial<Report> = {}) =>
  applyBaseline(reportOf(checks, given), { version: 1, entries }, CONTEXT);

/** Verdict and place of each entry; what is told of the baseline, by what is wrong with it. */
const shown = ({ checks }: Report) =>
  checks.map(({ verdict, expected, received, at = "" }) =>
    expected.startsWith("baseline:") ? received.replace(/:.*/, "") : `${verdict} ${at}`.trim(),
  );

const STALE = "it is gone";

describe("a finding", () => {
  test.each<{ name: string; given: Partial<BaselineEntry>; found?: Partial<ReportEntry>; want: string[] }>([
    { name: "that is known", given: {}, want: ["erratum #/a"] },
    { name: "that is known and vacuous", given: {}, found: { verdict: "vacuous" }, want: ["erratum #/a"] },
    {
      name: "that our engine broke at, nobody knows",
      given: {},
      found: { verdict: "error" },
      want: ["error #/a"],
    },
    { name: "that moved", given: {}, found: { at: "#/b" }, want: ["fail #/b", STALE] },
    { name: "by another check at the same place", given: { check: "error-code" }, want: ["fail #/a"] },
    { name: "of another case", given: { case: "404" }, want: ["fail #/a", STALE] },
    { name: "of any case", given: { case: undefined as never }, want: ["erratum #/a"] },
    { name: "of another operation", given: { operation: "getHealth" }, want: ["fail #/a"] },
    { name: "of another provider", given: { provider: "b" }, want: ["fail #/a"] },
    { name: "that was expected", given: { expected: "type string" }, want: ["erratum #/a"] },
    { name: "of another expectation", given: { expected: "at most 40" }, want: ["fail #/a", STALE] },
    {
      name: "in an item",
      given: { at: "#/*/a" },
      found: { at: "#/12/a", expected: "#/12/a x" },
      want: ["erratum #/12/a"],
    },
    { name: "in that item", given: { at: "#/12/a" }, found: { at: "#/12/a" }, want: ["erratum #/12/a"] },
    {
      name: "in another item",
      given: { at: "#/1/a" },
      found: { at: "#/12/a" },
      want: ["fail #/12/a", STALE],
    },
    {
      name: "whose place only the expectation names",
      given: {},
      found: { at: undefined as never },
      want: ["erratum"],
    },
    {
      name: "without a place",
      given: { at: "" },
      found: { at: undefined as never, expected: "a body" },
      want: ["erratum"],
    },
    { name: "without a place, and one with", given: { at: "" }, want: ["fail #/a", STALE] },
    { name: "on the last day", given: { expires: "2026-11-22" }, want: ["erratum #/a"] },
    { name: "a day later", given: { expires: "2026-11-21" }, want: ["fail #/a", "expired on 2026-11-21"] },
    { name: "without a reason", given: { reason: "TODO: why" }, want: ["fail #/a", "no reason or no owner"] },
    { name: "without an owner", given: { owner: " " }, want: ["fail #/a", "no reason or no owner"] },
  ])("$name", ({ given, found: member = {}, want }) => {
    expect(shown(apply([known(given)], [found(member)]))).toEqual(want);
  });

  test("beside a known one is new", () => {
    const report = apply([known()], [found(), found({ at: "#/b", expected: "#/b type string" })]);
    expect(shown(report)).toEqual(["erratum #/a", "fail #/b"]);
    expect(report.verdicts).toMatchObject({ erratum: 1, fail: 1 });
  });

  test("bears the reason for its name, and who answers for it", () => {
    const report = apply([known()], [found()], { errata: { "z-known": "Seen." } });
    expect(report.checks[0]?.errata).toEqual(["baseline:ticket 7"]);
    expect(report.errata).toEqual({
      "baseline:ticket 7": "Known to north since 2026-11-01, until 2026-11-22.",
      "z-known": "Seen.",
    });
  });

  test("that an erratum explains is no business of a baseline", () => {
    const explained = found({ verdict: "erratum", errata: ["a"] });
    expect(shown(apply([known()], [explained]))).toEqual(["erratum #/a", STALE]);
  });
});

describe("an entry whose finding is absent", () => {
  const lost: ReportCase = {
    operation: "getJob",
    case: CASE,
    request: { method: "GET", url: "http://x", headers: [] },
  };
  const answered: ReportCase = { ...lost, response: { status: 200, headers: [] } };
  const run = { kind: "live", fingerprint: { document: "", kit: "" }, proved: true } as const;
  const facts = (more: Partial<RunFacts>): Partial<Report> => ({ run: { ...run, ...more } });
  const elsewhere = entryOf({ operation: "getHealth" });
  test.each<{
    name: string;
    given?: Partial<BaselineEntry>;
    checks: ReportEntry[];
    report?: Partial<Report>;
    want: string[];
  }>([
    {
      name: "is stale, where its case ran",
      checks: [passing()],
      report: { cases: [answered] },
      want: ["pass", STALE],
    },
    {
      name: "is left alone, where its case was skipped",
      checks: [entryOf({ verdict: "skip" })],
      want: ["skip"],
    },
    {
      name: "is left alone, where its case got no answer",
      checks: [passing()],
      report: { cases: [lost] },
      want: ["pass"],
    },
    {
      name: "is left alone, where its case broke before it came to that",
      checks: [entryOf({ verdict: "fail" })],
      want: ["fail"],
    },
    {
      name: "is left alone, where the judge broke",
      checks: [found({ verdict: "error" })],
      given: { at: "#/z" },
      want: ["error #/a"],
    },
    {
      name: "is left alone, where another shard has it",
      checks: [elsewhere],
      report: facts({ shard: { index: 1, of: 2 } }),
      want: ["pass"],
    },
    {
      name: "is left alone by another shard also where it has expired",
      checks: [elsewhere],
      given: { expires: "2026-01-01" },
      want: ["pass"],
    },
    {
      name: "fails where it has expired, though its case was skipped",
      checks: [entryOf({ verdict: "skip" })],
      given: { expires: "2026-01-01" },
      want: ["skip", "expired on 2026-01-01"],
    },
    {
      name: "is stale, where no such operation is documented",
      checks: [elsewhere],
      given: { operation: "gone" },
      want: ["pass", STALE],
    },
    {
      name: "is stale, where its operation has no such case",
      checks: [passing()],
      given: { case: "299" },
      want: ["pass", STALE],
    },
    {
      name: "is left alone, where the run was cut short before its case",
      checks: [passing()],
      given: { case: "299" },
      report: facts({ interrupted: true }),
      want: ["pass"],
    },
    {
      name: "of any case is stale, where all cases ran",
      checks: [passing(), entryOf({ case: "404" })],
      given: { case: undefined as never },
      want: ["pass", "pass", STALE],
    },
    {
      name: "of any case is left alone, where one was skipped",
      checks: [passing(), entryOf({ case: "404", verdict: "skip" })],
      given: { case: undefined as never },
      want: ["pass", "skip"],
    },
  ])("$name", ({ given = {}, checks, report = {}, want }) => {
    expect(shown(apply([known(given)], checks, report))).toEqual(want);
  });

  test("is told behind its operation, with an id of its own", () => {
    const { checks } = apply([known()], [passing(), elsewhere]);
    expect(checks.map(({ operation }) => operation)).toEqual(["getJob", "getJob", "getHealth"]);
    expect(checks[1]).toEqual({
      check: "response-schema",
      operation: "getJob",
      case: CASE,
      verdict: "fail",
      expected: "baseline: getJob 200 succeeded, response-schema #/a is known (ticket 7; north)",
      received: "it is gone: settled baseline update takes the entry out",
      curl: "",
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      at: "#/a",
    });
  });
});
