import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entryOf, reportOf } from "../../test/sample-report.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { checks } from "../checks/checks.ts";
import type { ReportEntry } from "../report/report.ts";
import { TeachingError } from "../teaching-error.ts";
import { applyBaseline } from "./apply-baseline.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";
import { formatBaseline, loadBaseline } from "./load-baseline.ts";
import { type UpdateOptions, updateBaseline } from "./update-baseline.ts";

const OPTIONS = { expires: "2027-02-20", today: "2026-11-22" };
const EMPTY: Baseline = { version: 1, entries: [] };
const CONTEXT = { operations: ["getJob", "getHealth"], today: "2026-11-22" };
const operations = CONTEXT.operations.map((id) => ({ id, method: "GET", path: "/", statuses: [] }));

const found = (given: Partial<ReportEntry> = {}) =>
  entryOf({ check: "response-schema", verdict: "fail", expected: "#/list/3/a type string", ...given });

function update(before: Baseline, entries: ReportEntry[], options: Partial<UpdateOptions> = {}) {
  return updateBaseline(before, [reportOf(entries, { operations })], { ...OPTIONS, ...options });
}

const WRITTEN: BaselineEntry = {
  provider: "acme-jobs",
  operation: "getJob",
  case: "200 succeeded",
  check: "response-schema",
  at: "#/list/*/a",
  expected: "type string",
  reason: "ticket 7",
  owner: "north",
  expires: "2027-02-20",
  since: "2026-11-22",
};

test("what is new is written down, once for all items", () => {
  const twice = [found(), found({ expected: "#/list/4/a type string", verdict: "vacuous" })];
  const updated = update(EMPTY, twice, { reason: "ticket 7", owner: "north" });
  expect(updated).toEqual({
    baseline: { version: 1, entries: [WRITTEN] },
    added: 1,
    pruned: 0,
    kept: 0,
    waiting: 0,
  });
});

test("what is not said stands as a placeholder, which fails until it is", () => {
  const { baseline, waiting } = update(EMPTY, [found()]);
  expect(waiting).toBe(1);
  expect(baseline.entries).toEqual([{ ...WRITTEN, reason: "TODO: why this is known", owner: "TODO" }]);
  expect(applyBaseline(reportOf([found()]), baseline, CONTEXT).verdicts).toMatchObject({
    fail: 2,
    erratum: 0,
  });
  const filled = update(baseline, [found()], { reason: "ticket 7", owner: "north" });
  expect(filled).toMatchObject({ added: 0, kept: 1, waiting: 0, baseline: { entries: [WRITTEN] } });
  expect(applyBaseline(reportOf([found()]), filled.baseline, CONTEXT).verdicts).toMatchObject({
    fail: 0,
    erratum: 1,
  });
});

describe("what was written", () => {
  const old = { ...WRITTEN, reason: "mine", owner: "me", expires: "2026-01-01", since: "2025-01-01" };
  const before: Baseline = { version: 1, entries: [old] };
  const said = { reason: "other", owner: "other" };
  const passing = entryOf({ check: "response-schema" });
  test.each<{ name: string; entries: ReportEntry[]; want: BaselineEntry[] }>([
    { name: "stays, its day too, where it was found again", entries: [found()], want: [old] },
    { name: "goes, where it is gone", entries: [passing], want: [] },
    { name: "stays, where nobody looked", entries: [entryOf({ verdict: "skip" })], want: [old] },
    {
      name: "stays, where another operation was asked",
      entries: [entryOf({ operation: "getHealth" })],
      want: [old],
    },
    {
      name: "of what moved goes, and the new comes",
      entries: [found({ expected: "#/b type string" })],
      want: [{ ...WRITTEN, at: "#/b", reason: "other", owner: "other" }],
    },
  ])("$name", ({ entries, want }) => {
    expect(update(before, entries, said).baseline.entries).toEqual(want);
  });

  test("stays, where the report was of another provider", () => {
    const report = reportOf([passing], { provider: "b", operations });
    expect(updateBaseline(before, [report], OPTIONS).baseline).toEqual(before);
  });

  test("for another provider says nothing of this one", () => {
    const other: Baseline = { version: 1, entries: [{ ...old, provider: "b" }] };
    expect(update(other, [found()], said)).toMatchObject({ added: 1, kept: 1 });
  });

  test("stays, where its case broke before it came to that, though the report tells of it", () => {
    const broken = entryOf({ verdict: "fail", expected: "200" });
    const seen = applyBaseline(reportOf([broken], { operations }), before, CONTEXT);
    expect(seen.checks.map(({ check }) => check)).toEqual(["status-code", "response-schema"]);
    expect(updateBaseline(before, [seen], OPTIONS)).toMatchObject({ added: 1, pruned: 0, kept: 1 });
  });

  test("is the same from a report that was seen through it", () => {
    const valid = { version: 1 as const, entries: [{ ...old, expires: "2026-11-22" }] };
    const known = applyBaseline(reportOf([found()], { operations }), valid, CONTEXT);
    expect(known.verdicts).toMatchObject({ erratum: 1, fail: 0 });
    expect(updateBaseline(valid, [known], OPTIONS).baseline).toEqual(valid);
    const stale = applyBaseline(reportOf([passing], { operations }), valid, CONTEXT);
    expect(stale.verdicts).toMatchObject({ fail: 1 });
    expect(updateBaseline(valid, [stale], OPTIONS)).toMatchObject({ added: 0, pruned: 1 });
  });
});

test("the file is sorted, whatever the order of what was found", () => {
  const findings = ["b", "a", "c"].map((name) => found({ expected: `#/${name} x` }));
  const textOf = (entries: ReportEntry[]) => formatBaseline(update(EMPTY, entries).baseline);
  expect(textOf(findings)).toBe(textOf(findings.toReversed()));
  expect(update(EMPTY, findings).baseline.entries.map(({ at }) => at)).toEqual(["#/a", "#/b", "#/c"]);
});

describe("the file", () => {
  const written = JSON.parse(formatBaseline({ version: 1, entries: [WRITTEN] }));
  const { reason: _, ...unreasoned } = WRITTEN;
  test.each<{ name: string; given: string; want: RegExp | undefined }>([
    { name: "that was written", given: JSON.stringify(written), want: undefined },
    {
      name: "with the address of its schema",
      given: JSON.stringify({ $schema: "x", ...written }),
      want: undefined,
    },
    { name: "no JSON", given: "{", want: /no baseline: .*JSON/ },
    {
      name: "of another version",
      given: '{"version":2,"entries":[]}',
      want: /\/version must be equal to constant/,
    },
    {
      name: "without a reason",
      given: JSON.stringify({ version: 1, entries: [unreasoned] }),
      want: /'reason'/,
    },
    {
      name: "with a day that is none",
      given: JSON.stringify({ version: 1, entries: [{ ...WRITTEN, expires: "2027-02-30" }] }),
      want: /\/entries\/0\/expires must match format/,
    },
    {
      name: "with a member that is misspelt",
      given: JSON.stringify({ version: 1, entries: [{ ...WRITTEN, pointer: "#" }] }),
      want: /must NOT have additional properties: pointer\n/,
    },
    {
      name: "with a check that there is not",
      given: JSON.stringify({ version: 1, entries: [{ ...WRITTEN, check: "state" }] }),
      want: /\/entries\/0\/check must be equal to one of the allowed values: request, authentication, /,
    },
    { name: "with a byte order mark", given: `\uFEFF${JSON.stringify(written)}`, want: undefined },
  ])("$name", async ({ given, want }) => {
    const file = join(temporaryFolder(), "settled.baseline.json");
    await writeFile(file, given);
    if (want) {
      await expect(loadBaseline(file)).rejects.toThrow(want);
      await expect(loadBaseline(file)).rejects.toBeInstanceOf(TeachingError);
    } else expect((await loadBaseline(file)).entries).toEqual([WRITTEN]);
  });

  test("has a schema that knows all checks and is published", () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
    expect(read("baseline.schema.json").$defs.entry.properties.check.enum).toEqual(Object.keys(checks));
    const manifest = read("package.json");
    expect(manifest.publishConfig.exports["./baseline.schema.json"]).toBe("./baseline.schema.json");
    expect(manifest.files).toContain("baseline.schema.json");
  });
});
