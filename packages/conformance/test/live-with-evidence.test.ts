import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../src/adapters/server.ts";
import type { Document } from "../src/document/document.ts";
import { loginOperations } from "../src/live/login-operations.ts";
import type { Report } from "../src/report/report.ts";
import { documentedLifecycles } from "../src/run/documented-lifecycles.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath } from "../src/sandbox/find-operation.ts";
import { document as acme } from "./acme-jobs.ts";
import { documents } from "./providers.ts";
import { said } from "./report-of.ts";
import { type CliRun, runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const ENV = {
  SETTLED_USERNAME: "developer",
  SETTLED_PASSWORD: "not-a-password",
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};

vi.setConfig({ testTimeout: 60_000 });

/** One that is asked without a login, and has something to follow. */
const [real, followed] = documents.flatMap((document) => {
  const some = documentedLifecycles(document).find(({ endings }) => endings.includes("succeeded"));
  return some && loginOperations(document).length === 0 ? [[document, some] as const] : [];
})[0] as [Document, ReturnType<typeof documentedLifecycles>[0]];

const folder = sharedFolder();
const sandboxes = new Map<Document, Sandbox>();
const servers = new Map<Document, RunningServer>();
beforeAll(async () => {
  for (const document of [acme, real]) {
    const sandbox = await createSandbox({ documents: [document] });
    sandboxes.set(document, sandbox);
    servers.set(document, await startServer(sandbox.respond));
  }
});
afterAll(async () => {
  for (const server of servers.values()) await server.close();
});

const settled = (...args: string[]): Promise<CliRun> => runCli(args, { cwd: folder, env: ENV });

function live(document: Document, ...args: string[]): Promise<CliRun> {
  const url = `${servers.get(document)?.origin}${defaultBasePath(document)}`;
  const limits = ["--rate", "500", "--concurrency", "3", "--budget", "1000"];
  return settled("check", document.source, "--url", url, ...limits, ...args);
}

const { id: start } = followed.start;
const LIFECYCLE = ["--lifecycle", start, "--allow-writes", start, "--interval", "10ms"];

async function read<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), "utf8")) as T;
}

describe("a live run", () => {
  test.each([
    { name: "a fixture", document: acme },
    { name: "a provider", document: real },
  ])(
    "is what its shards are, merged, in their order; and is counted as live: $name",
    async ({ document }) => {
      const of = (name: string) => ["--tenant", "north", "--reporter", `json=${name}`];
      expect(await live(document, ...of("whole.json"), "--coverage", "missing.tsv")).toMatchObject({
        code: 0,
      });
      for (const index of [1, 2]) {
        expect(await live(document, "--shard", `${index}/2`, ...of(`${index}.json`))).toMatchObject({
          code: 0,
        });
      }
      const merged = await settled("merge", "2.json", "1.json", "--reporter", "json=merged.json");
      expect(merged).toMatchObject({ code: 0, stderr: "" });
      const whole = await read<Report>("whole.json");
      expect(said(await read<Report>("merged.json"))).toEqual(said(whole));
      expect(whole.evidence?.sources).toEqual([{ kind: "live", tenant: "north" }]);
      expect(whole.checks.map((one) => one.case)).toContain("without credentials");
      // What is refused on purpose is as documented, too.
      const shown = whole.evidence?.points.filter(({ kind, seen }) => kind === "status" && seen.length > 0);
      expect(shown?.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^4/));
      expect(await readFile(join(folder, "missing.tsv"), "utf8")).toMatch(/^missing\t/);
    },
  );

  test("plans its shard alone", async () => {
    const plans = await Promise.all(
      [["1/2"], ["2/2"], []].map(async ([shard]) => {
        const { stdout } = await live(
          acme,
          "--dry-run",
          "--reporter",
          "json",
          ...(shard ? ["--shard", shard] : []),
        );
        return JSON.parse(stdout) as { requests: number; heldBack: string[] };
      }),
    );
    const [first, second, whole] = plans as [(typeof plans)[0], (typeof plans)[0], (typeof plans)[0]];
    expect(first.requests + second.requests).toBe(whole.requests);
    expect([...first.heldBack, ...second.heldBack].sort()).toEqual(whole.heldBack.toSorted());
  });

  test.each([
    { name: "reads and refusals", document: acme, args: [] },
    { name: "those of a provider", document: real, args: [] },
    { name: "a lifecycle", document: real, args: LIFECYCLE },
  ])("has a cassette, which says the same: $name", async ({ name, document, args }) => {
    const cassette = `${name}.jsonl`;
    const run = await live(document, ...args, "--cassette", cassette, "--reporter", "json");
    expect(run.code).toBe(0);
    const judged = await settled("judge", cassette, "--provider", document.source, "--reporter", "json");
    expect(judged).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(judged.stdout)).toEqual(JSON.parse(run.stdout));
    const text = await readFile(join(folder, cassette), "utf8");
    expect(text).not.toMatch(/not-a-token|not-a-secret|development-key/);
    const again = await live(document, ...args, "--cassette", cassette);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is there already")]);
  });
});

describe("a baseline of a live service", () => {
  const configure = (text: string) => writeFile(join(folder, "settled.config.json"), text);

  test("may stand in the configuration, and another run than it is of leaves it alone", async () => {
    sandboxes.get(real)?.rules.add({ operation: followed.poll.id, mutant: "status-teapot" });
    expect((await live(real, "--reporter", "json=found.json")).code).toBe(1);
    const why = ["--reason", "ticket 7", "--owner", "north"];
    await settled("baseline", "update", "found.json", ...why);
    await configure('{ "baseline": "settled.baseline.json" }');
    expect((await live(real)).code).toBe(0);
    await writeFile(join(folder, "none.json"), '{ "version": 1, "entries": [] }');
    expect((await live(real, "--baseline", "none.json")).code).toBe(1);
    sandboxes.get(real)?.rules.clear();
    expect((await live(real, ...LIFECYCLE)).code).toBe(0);
    expect((await live(real)).code).toBe(1);
    await configure("{}");
    expect((await live(real)).code).toBe(0);
  });
});

test("no part of a lifecycle is followed", async () => {
  const run = await live(real, ...LIFECYCLE, "--shard", "1/2");
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("a part of a lifecycle")]);
});
