import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { entryOf, reportOf, rowOf } from "../../test/sample-report.ts";
import { formatSummary } from "./format-summary.ts";
import { remarksOf } from "./remarks.ts";
import type { MergedRun } from "./report.ts";
import { REPORTER_NAMES, REPORTERS } from "./reporters.ts";
import type { Row } from "./row.ts";

const survivor = (operation: string) => ({ mutant: "members-null", operation, case: "200" });
const run: MergedRun = {
  kind: "live",
  tenant: "north",
  fingerprint: { document: "0123456789abcdef", kit: "1" },
  proved: false,
  target: "http://north",
  startedAt: "2026-11-22T07:10:36.054Z",
};
const green = rowOf(reportOf([entryOf()]));
const survived: Row = { ...green, mutants: { caught: 1, of: 3, survivors: ["a", "b"].map(survivor) } };
const unproved = rowOf(reportOf([entryOf()], { run: { ...run, unproved: "unreachable: is it up?" } }));
const nothing = rowOf(reportOf([entryOf({ verdict: "skip" })], { run }));
const unjudged = rowOf(reportOf([]));
const shard = { index: 9, of: 9 };
const idle = rowOf(reportOf([], { run: { ...run, shard } }));
const held = rowOf(reportOf([entryOf({ verdict: "skip" })], { run: { ...run, shard } }));
const cut = rowOf(reportOf([], { run: { ...run, shard, interrupted: true } }));
const seen = rowOf(reportOf([entryOf({ verdict: "fail", times: 3, sources: [0] })], { runs: [run] }));

const formats = [
  ...REPORTER_NAMES.map((name) => ({ name, load: REPORTERS[name] })),
  { name: "step summary", load: async () => formatSummary },
];

/** What is told, by whom; JSON tells of findings, and not of the judge; of JUnit, an empty shard is no test. */
const TOLD: readonly {
  readonly what: string;
  readonly given: Row;
  readonly want: RegExp;
  readonly but: string[];
}[] = [
  { what: "why nothing was proved", given: unproved, want: /unreachable: is it up\?/, but: [] },
  { what: "that nothing was judged", given: nothing, want: /nothing judged: all/, but: ["json"] },
  { what: "that a shard is empty", given: idle, want: /shard 9\/9 is empty/, but: ["json", "junit"] },
  { what: "a mutant that survived", given: survived, want: /members-null/, but: ["json"] },
  {
    what: "how often something was seen",
    given: seen,
    want: /3 times|"(?:occurrenceCount|times)": 3/,
    but: ["step summary"],
  },
  {
    what: "who saw it",
    given: seen,
    want: /live north at http:\/\/north|"sources": \[/,
    but: ["step summary"],
  },
];

test.each(TOLD.flatMap((told) => formats.map((format) => ({ ...told, ...format }))))(
  "$name says $what",
  async ({ name, load, given, want, but }) => {
    const format = await load();
    const text = (row: Row) => stripVTControlCharacters(format([row]));
    expect(want.test(text(given))).toBe(!but.includes(name));
    expect(text(green)).not.toMatch(want);
  },
);

test.each([
  { name: "nothing", given: green, want: [] },
  {
    name: "mutants, each once",
    given: survived,
    want: [
      "settled is at fault: no check saw members-null at a 200 and 1 more; what is green proves less than it should",
    ],
  },
  { name: "a run", given: unproved, want: ["nothing was proved: unreachable: is it up?"] },
  {
    name: "a run of skips",
    given: nothing,
    want: ["nothing was proved: nothing judged: all was skipped, for the reason given"],
  },
  {
    name: "a shard of skips",
    given: held,
    want: [
      "nothing was asked: shard 9/9 has nothing but skips; settled merge makes one verdict of all 9, and takes no fewer",
    ],
  },
  { name: "a shard that was cut short", given: cut, want: [] },
  {
    name: "traffic without an exchange",
    given: unjudged,
    want: ["nothing was proved: nothing judged: there was nothing"],
  },
])("what is to be said of $name", ({ given, want }) => {
  expect(remarksOf(given).map(({ title, text }) => `${title}: ${text}`)).toEqual(want);
});

test.each([
  { name: "an empty shard", given: idle, want: "nothing was asked" },
  { name: "a run of skips", given: nothing, want: "nothing judged" },
  { name: "what is green", given: green, want: "kept" },
])("the title of $name says: $want", async ({ given, want }) => {
  const format = await REPORTERS.html();
  expect(format([given])).toContain(`– ${want}</title>`);
  expect(/Contracts kept/.test(formatSummary([given]))).toBe(want === "kept");
});
