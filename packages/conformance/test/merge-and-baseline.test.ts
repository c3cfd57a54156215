import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startServer } from "../src/adapters/server.ts";
import type { Baseline } from "../src/baseline/baseline.ts";
import { createCases } from "../src/cases/create-cases.ts";
import type { Document } from "../src/document/document.ts";
import type { Report } from "../src/report/report.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath } from "../src/sandbox/find-operation.ts";
import { document as fixture } from "./acme-jobs.ts";
import { documents } from "./providers.ts";
import { type CliRun, runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const CREDENTIALS = {
  SETTLED_USERNAME: "developer",
  SETTLED_PASSWORD: "not-a-password",
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};

vi.setConfig({ testTimeout: 120_000 });

const folder = sharedFolder();

const settled = (...args: string[]) => runCli(args, { cwd: folder, env: CREDENTIALS });

const read = async <T>(name: string) => JSON.parse(await readFile(join(folder, name), "utf8")) as T;

// A mock cannot be asked for every error code: of a document without any, its answers are all green.
const real = documents.find((one) => createCases(one).every(({ code }) => code === undefined)) as Document;

describe.each([
  { name: "the fixture", document: fixture },
  { name: "a real document", document: real },
])("$name, on a sandbox that is broken on purpose", ({ document }) => {
  let sandbox: Sandbox;
  let close = async () => {};
  let check: (...args: string[]) => Promise<CliRun>;
  // Where a range or `default` is documented, an odd status is none.
  const exact = document.operations.filter(({ responses }) =>
    Object.keys(responses).every((key) => /^\d+$/.test(key)),
  );
  const [first = "", second = ""] = exact.map(({ id }) => id);
  const baseline = `${document.operations.length}.baseline.json`;

  beforeAll(async () => {
    sandbox = await createSandbox({ documents: [document] });
    const server = await startServer(sandbox.respond);
    close = () => server.close();
    const url = `${server.origin}${defaultBasePath(document)}`;
    check = (...args) => settled("check", document.source, "--url", url, "--mock", ...args);
  });
  afterAll(() => close());

  const breakOne = (operation: string) => sandbox.rules.add({ operation, mutant: "status-teapot" });
  const reported = (name: string) => ["--reporter", `json=${name}`] as const;
  const known = ["--baseline", baseline] as const;

  /** What parts that know nothing of the baseline say, once it is told to whoever merges or judges them. */
  async function seeAnew(report: Report): Promise<void> {
    for (const shard of ["1/2", "2/2"]) await check("--shard", shard, ...reported(`${shard[0]}-raw.json`));
    const raw = ["merge", "1-raw.json", "2-raw.json", "--reporter", "json"] as const;
    const [unknown, seen, again] = await Promise.all([
      settled(...raw),
      settled(...raw, ...known),
      settled("merge", "1.json", "2.json", "--reporter", "json", ...known),
    ]);
    expect([unknown.code, seen.code, again.code]).toEqual([1, 0, 0]);
    expect((JSON.parse(seen.stdout) as Report).verdicts).toEqual(report.verdicts);
    expect((JSON.parse(again.stdout) as Report).verdicts).toEqual(report.verdicts);
    await check("--cassette", "known.jsonl");
    const recorded = ["judge", "known.jsonl", "--provider", document.source, "--reporter", "json"] as const;
    const [bare, excused] = await Promise.all([settled(...recorded), settled(...recorded, ...known)]);
    expect([bare.code, excused.code]).toEqual([1, 0]);
    expect((JSON.parse(excused.stdout) as Report).verdicts).toEqual(report.verdicts);
    await rm(join(folder, "known.jsonl"));
  }

  test("what is known is an erratum; what is new, stale or expired fails", async () => {
    breakOne(first);
    expect((await check(...reported("a.json"))).code).toBe(1);

    const drafted = await settled("baseline", "update", "a.json", ...known);
    expect(drafted).toMatchObject({ code: 0, stderr: "" });
    expect(drafted.stdout).toMatch(
      /^\S+: (\d+) added, 0 taken out, 0 kept\n\1 without a reason or an owner: /,
    );
    expect((await check(...known, ...reported("a.json"))).code).toBe(1);

    const said = ["--reason", "ticket 7", "--owner", "north", "--expires", "2999-12-31"] as const;
    expect((await settled("baseline", "update", "a.json", ...known, ...said)).code).toBe(0);
    const green = await check(...known, ...reported("b.json"));
    expect([green.code, green.stderr]).toEqual([0, ""]);
    const report = await read<Report>("b.json");
    expect(report.verdicts).toMatchObject({ fail: 0, vacuous: 0, error: 0 });
    expect(new Set(report.checks.flatMap(({ errata = [] }) => errata))).toEqual(
      new Set(["baseline:ticket 7"]),
    );
    expect(Object.keys(report.errata ?? {})).toEqual(["baseline:ticket 7"]);

    // The same, part by part.
    for (const shard of ["1/2", "2/2"]) {
      expect((await check("--shard", shard, ...known, ...reported(`${shard[0]}.json`))).code).toBe(0);
    }
    // What another shard has to tell stays.
    expect((await settled("baseline", "update", "1.json", ...known)).stdout).toContain(
      ": 0 added, 0 taken out, ",
    );
    const merged = await settled("merge", "1.json", "2.json", "--reporter", "json");
    expect([merged.code, merged.stderr]).toEqual([0, ""]);
    expect((JSON.parse(merged.stdout) as Report).verdicts).toEqual(report.verdicts);
    if (document !== real) await seeAnew(report);

    breakOne(second);
    expect((await check(...known, ...reported("c.json"))).code).toBe(1);
    const added = (await read<Report>("c.json")).checks.filter(({ verdict }) => verdict === "fail");
    expect(new Set(added.map(({ operation }) => operation))).toEqual(new Set([second]));

    const file = await read<Baseline>(baseline);
    const expired = file.entries.map((entry) => ({ ...entry, expires: "2026-01-01" }));
    await writeFile(join(folder, "expired.json"), JSON.stringify({ ...file, entries: expired }));
    sandbox.rules.clear();
    breakOne(first);
    const late = await check("--baseline", "expired.json");
    expect(late.code).toBe(1);
    expect(late.stdout).toContain("expired on 2026-01-01: mend it, or give it another day");

    sandbox.rules.clear();
    const mended = await check(...known, "--reporter", "pretty", ...reported("d.json"));
    expect(mended.code).toBe(1);
    expect(mended.stdout).toContain("it is gone: settled baseline update takes the entry out");
    const twice = await settled("merge", "d.json", ...known, "--reporter", "json");
    expect([twice.code, (JSON.parse(twice.stdout) as Report).verdicts]).toEqual([
      1,
      (await read<Report>("d.json")).verdicts,
    ]);
    const pruned = await settled("baseline", "update", "d.json", ...known);
    expect(pruned.stdout).toMatch(new RegExp(`: 0 added, ${file.entries.length} taken out, 0 kept\n$`));
    expect((await check(...known)).code).toBe(0);
  });

  // The rest is no other for another document.
  if (document === real) return;

  test("a shard answers for itself, and all of them for the run", async () => {
    breakOne(first);
    const codes: (number | null)[] = [];
    for (const index of [1, 2, 3]) {
      codes.push((await check("--shard", `${index}/3`, ...reported(`shard-${index}.json`))).code);
    }
    sandbox.rules.clear();
    expect(codes.toSorted()).toEqual([0, 0, 1]);
    const files = [3, 1, 2].map((index) => `shard-${index}.json`);
    const merged = await settled("merge", ...files, "--reporter", "pretty", "--reporter", "html=all.html");
    expect([merged.code, merged.stderr]).toEqual([1, ""]);
    const of = document.operations.length;
    expect(merged.stdout).toMatch(new RegExp(`\ncoverage \\S+, mock: operations \\d+/${of}, statuses `));
    expect(await readFile(join(folder, "all.html"), "utf8")).toContain(
      "What is documented and was seen, mock",
    );

    const missing = await settled("merge", "shard-1.json", "shard-3.json");
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain("no report of shard 2/3");

    // The same report twice is one, and in no place of another.
    const all = await settled("merge", ...files, "shard-1.json", "--reporter", "json");
    const once = await settled("merge", ...files, "--reporter", "json");
    expect([all.code, all.stdout]).toEqual([once.code, once.stdout]);
    const twice = await settled("merge", "shard-1.json", "shard-1.json", "shard-3.json");
    expect([twice.code, twice.stderr]).toEqual([2, missing.stderr]);
  });

  test("what was not seen is told to whoever asks", async () => {
    const told = await check("--coverage", "missing");
    expect(told.code).toBe(0);
    const lines = told.stdout.split("\n").filter((line) => line.startsWith("missing\t"));
    expect(lines.length).toBeGreaterThan(0);
    const written = await check(...reported("e.json"), "--coverage", "missing.tsv");
    expect([written.code, written.stdout, written.stderr]).toEqual([0, "", ""]);
    expect(await readFile(join(folder, "missing.tsv"), "utf8")).toBe(
      lines.map((line) => `${line}\n`).join(""),
    );
    const { evidence } = await read<Report>("e.json");
    expect(evidence?.points.filter(({ seen }) => seen.length === 0)).toHaveLength(lines.length);
    // What a machine reads stays whole.
    const piped = await check("--reporter", "json", "--coverage", "missing");
    expect(JSON.parse(piped.stdout)).toHaveProperty("evidence");
    expect(piped.stderr.split("\n")[0]).toBe(lines[0]);
  });

  test("tenants stay apart", async () => {
    for (const tenant of ["north", "south"]) {
      if (tenant === "south") breakOne(first);
      await check("--tenant", tenant, ...reported(`${tenant}.json`));
    }
    sandbox.rules.clear();
    const { code, stdout } = await settled("merge", "north.json", "south.json");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /\ncoverage \S+, mock, all 2 tenants: .*\ncoverage \S+, mock north: .*\ncoverage \S+, mock south: /,
    );
    expect(stdout).toMatch(/ {2}seen by {3}mock south at http\S+, \S+Z\n/);
    expect(stdout).not.toContain("seen by   mock north");
  });
});

describe("2: what is no use", () => {
  test.each([
    { args: ["check", fixture.source, "--shard", "4/3"], want: "such as 2/3" },
    { args: ["check", fixture.source, "--shard", "0/3"], want: "such as 2/3" },
    { args: ["check", fixture.source, "--baseline", "none.json"], want: "no baseline: none.json: ENOENT" },
    { args: ["merge", fixture.source, "--baseline", "none.json"], want: "no baseline: none.json: ENOENT" },
    { args: ["judge", "none.har", "--baseline", "none.json"], want: "no baseline: none.json: ENOENT" },
    { args: ["merge", "none.json"], want: "no report: none.json: ENOENT" },
    { args: ["merge", import.meta.filename], want: "no report: " },
    { args: ["baseline", "update", "none.json"], want: "no report: none.json: ENOENT" },
    { args: ["baseline", "update", "none.json", "--expires", "2027-02-30"], want: "such as 2027-03-31" },
    { args: ["baseline", "update", "none.json", "--expires", "2020-01-01"], want: "2020-01-01 is over" },
  ])("$args", async ({ args, want }) => {
    const { code, stderr } = await settled(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(want);
  });

  test("reports of two documents", async () => {
    await settled("check", fixture.source, "--reporter", "json=one.json");
    const report = await read<Report>("one.json");
    const run = { ...report.run, fingerprint: { document: "0123456789abcdef", kit: "0.0.0" } };
    await writeFile(join(folder, "two.json"), JSON.stringify({ ...report, run }));
    const { code, stderr } = await settled("merge", "one.json", "two.json");
    expect(code).toBe(2);
    expect(stderr).toContain("these reports cannot be merged: document ");
    await writeFile(join(folder, "odd.json"), JSON.stringify({ ...report, checks: 1 }));
    const odd = await settled("merge", "odd.json");
    expect(odd).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no report: odd.json: /checks must be array"),
    });
  });

  test("a cassette, which is no report", async () => {
    await settled("check", fixture.source, "--cassette", "a.jsonl", "--reporter", "json");
    for (const args of [["merge"], ["baseline", "update"]]) {
      const { code, stderr } = await settled(...args, "a.jsonl");
      expect([code, stderr]).toEqual([2, expect.stringContaining("settled judge a.jsonl --reporter json=")]);
    }
  });

  test("4: a run that was cut short stays so", async () => {
    const report = await read<Report>("one.json");
    await writeFile(
      join(folder, "cut.json"),
      JSON.stringify({ ...report, run: { ...report.run, interrupted: true } }),
    );
    expect((await settled("merge", "cut.json")).code).toBe(4);
  });

  test("3: a run that proved nothing stays so", async () => {
    const report = await read<Report>("one.json");
    await writeFile(
      join(folder, "not.json"),
      JSON.stringify({ ...report, run: { ...report.run, proved: false } }),
    );
    expect((await settled("merge", "not.json")).code).toBe(3);
  });
});
