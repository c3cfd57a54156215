import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { document, FIXTURE } from "../../test/acme-jobs.ts";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { type RunningServer, startServer } from "../adapters/server.ts";
import { REPORTER_NAMES } from "../report/reporters.ts";
import { createSandbox } from "../sandbox/create-sandbox.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));
const HARS = fileURLToPath(new URL("../../fixtures/har", import.meta.url));
const SECRETS = {
  SETTLED_USERNAME: "developer",
  SETTLED_PASSWORD: "not-a-password",
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};

vi.setConfig({ testTimeout: 60_000 });

const folder = sharedFolder();
let service: RunningServer;
let url = "";
beforeAll(async () => {
  await writeFile(join(folder, "pnpm-workspace.yaml"), "packages: []\n");
  await mkdir(join(folder, "specs", "acme-jobs"), { recursive: true });
  await copyFile(FIXTURE, join(folder, "specs", "acme-jobs", "openapi.yaml"));
  service = await startServer((await createSandbox({ documents: [document] })).respond);
  url = `${service.origin}/tenants/main/v3`;
});
afterAll(() => service.close());

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const cache = join(folder, "cache");
  return spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, NO_COLOR: "1", SETTLED_CACHE: cache, ...env },
  });
}

interface Output {
  code: number | null;
  stdout: string;
  stderr: string;
}

function collect(child: ChildProcess): Output {
  const output: Output = { code: null, stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return output;
}

async function settled(args: readonly string[], env: Record<string, string> = {}): Promise<Output> {
  const child = start(args, env);
  const output = collect(child);
  const [code] = await once(child, "close");
  return { ...output, code };
}

describe("settled check --cassette", () => {
  test("writes what settled judge gives the same report of", async () => {
    const cassette = join(folder, "run.jsonl");
    const args = ["check", "acme-jobs", "--url", url, "--cassette", cassette, "--reporter", "json"];
    // There is no client to load here, so the document is named.
    args[1] = "./specs/acme-jobs/openapi.yaml";
    const live = await settled(args, SECRETS);
    const later = await settled(["judge", cassette, "--reporter", "json"]);
    // The plan of a live run comes first.
    expect([live.stderr, later.stderr]).toEqual([expect.stringMatching(/^Plan for acme-jobs at /), ""]);
    expect(JSON.parse(live.stdout).verdicts.pass).toBeGreaterThan(20);
    expect(later.stdout).toBe(live.stdout);
    expect(later.code).toBe(live.code);
    expect((await stat(cassette)).mode & 0o777).toBe(0o600);
    const text = await readFile(cassette, "utf8");
    for (const secret of [SECRETS.SETTLED_PASSWORD, "not-a-token", "development-key", "not-a-secret"]) {
      expect(text).not.toContain(secret);
    }
    expect((await settled(args, SECRETS)).stderr).toContain("is there already");
  });

  test("is for one provider", async () => {
    const { code, stderr } = await settled(["check", FIXTURE, FIXTURE, "--cassette", "x.jsonl"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("one provider with --cassette")]);
  });
});

describe("settled judge", () => {
  test.each([
    { name: "conforms", args: [join(HARS, "firefox.har")], code: 0 },
    { name: "deviates", args: [join(HARS, "chrome.har")], code: 1 },
    {
      name: "nothing was proved",
      args: [join(HARS, "safari.har"), "--url", "https://other.example"],
      code: 3,
    },
    { name: "with --strict, nothing unknown passes", args: [join(HARS, "chrome.har"), "--strict"], code: 1 },
    { name: "no such file", args: [join(HARS, "none.har")], code: 2, says: /cannot read/ },
    {
      name: "no such provider",
      args: [join(HARS, "chrome.har"), "--provider", "acme"],
      code: 2,
      says: /no such provider/,
    },
    { name: "no URL", args: [join(HARS, "chrome.har"), "--url", "x"], code: 2, says: /not a URL: x/ },
  ])("$code: $name", async ({ args, code, says }) => {
    const run = await settled(["judge", ...args]);
    expect([run.code, run.stderr]).toEqual([code, says ? expect.stringMatching(says) : ""]);
  });

  test("asks which service it is, where nobody can tell", async () => {
    const path = join(folder, "elsewhere.har");
    const response = { status: 200, headers: [], content: { size: 0 } };
    const entry = { request: { method: "GET", url: "https://other.example/x", headers: [] }, response };
    await writeFile(path, JSON.stringify({ log: { entries: [entry] } }));
    const { code, stderr } = await settled(["judge", path]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/nobody can tell which service.*\n.*--provider/),
    ]);
  });

  test("says that the document has changed since", async () => {
    const cassette = join(folder, "changed.jsonl");
    await settled(["check", FIXTURE, "--cassette", cassette]);
    const changed = (await readFile(FIXTURE, "utf8")).replace("summary: Get one job", "summary: Get a job");
    await writeFile(join(folder, "changed.yaml"), changed);
    const { code, stderr } = await settled(["judge", cassette, "--provider", "./changed.yaml"]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("has changed since")]);
  });

  test("reports in every way", async () => {
    const outputs = REPORTER_NAMES.flatMap((name) => [
      "--reporter",
      `${name}=${join(folder, `report.${name}`)}`,
    ]);
    const { code, stderr } = await settled(["judge", join(HARS, "chrome.har"), ...outputs]);
    expect([code, stderr]).toEqual([1, ""]);
    for (const name of REPORTER_NAMES) {
      expect(await readFile(join(folder, `report.${name}`), "utf8"), name).toContain("getHealth");
    }
  });
});

describe("settled proxy", () => {
  /** Starts one, uses it, and ends it as people do. */
  async function use(args: readonly string[], by: (origin: string) => Promise<void>): Promise<Output> {
    const child = start(["proxy", "acme-jobs", ...args]);
    const output = collect(child);
    await expect.poll(() => output.stdout, { timeout: 20_000 }).toMatch(/by way of (\S+);/);
    await by(/by way of (\S+);/.exec(output.stdout)?.[1] ?? "");
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    return { ...output, code };
  }

  test("tells what it finds as it finds it, sums up, and writes a cassette that says the same", async () => {
    const cassette = join(folder, "proxy.jsonl");
    const report = join(folder, "proxy.json");
    const args = [
      "--upstream",
      url,
      "--cassette",
      cassette,
      "--reporter",
      "pretty",
      "--reporter",
      `json=${report}`,
    ];
    const run = await use(args, async (origin) => {
      const token = "c4n4ry-5ecret-t0ken";
      await fetch(`${origin}/health`);
      await fetch(`${origin}/jobs/1`, { headers: { "x-acme-token": token } });
      await fetch(`${origin}/things`);
      await fetch(`${origin}/health?x=1`);
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /^fail status-code acme-jobs getHealth 400\n {2}expected .*\n {2}received {2}400\n {2}curl /,
    );
    expect(run.stdout).toMatch(/acme-jobs +8 +3 +\d+ pass, 1 skip, \d+ fail/);
    const text = await readFile(cassette, "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(5);
    expect(text + run.stdout + run.stderr).not.toContain("c4n4ry");
    const later = await settled(["judge", cassette, "--reporter", "json"]);
    expect(later.stdout).toBe(await readFile(report, "utf8"));
  });

  test("proves nothing where nothing passed", async () => {
    expect((await use(["--upstream", url], async () => {})).code).toBe(3);
  });

  test.each([
    { args: [], says: /--upstream/ },
    { args: ["--upstream", "x"], says: /not a URL/ },
    { args: ["--upstream", "https://a:b@c.example"], says: /says more than where the service is/ },
    { args: ["--upstream", "https://c.example", "--ca", "/nowhere.pem"], says: /cannot read \/nowhere.pem/ },
  ])("2: $args", async ({ args, says }) => {
    const { code, stderr } = await settled(["proxy", "acme-jobs", ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stderr).not.toContain("a:b");
  });
});
