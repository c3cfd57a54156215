import { type ChildProcess, exec, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import {
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../src/adapters/server.ts";
import { knownProviders } from "../src/commands/find-provider.ts";
import { loadErrata, observe } from "../src/document/load-errata.ts";
import { mutants } from "../src/mutants/mutants.ts";
import type { Report } from "../src/report/report.ts";
import type { Responder } from "../src/sandbox/answer.ts";
import { createDocumentedAnswers } from "../src/sandbox/documented-answers.ts";
import { document, FIXTURE, OVERLAY } from "./acme-jobs.ts";
import { reportOf } from "./report-of.ts";
import { type CliOptions, type CliRun, runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const CLI = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const CLIENT = fileURLToPath(new URL("./acme-jobs-client.ts", import.meta.url));
// None of them can be a part of an id or a hash, which are hexadecimal.
const CREDENTIALS = {
  SETTLED_USERNAME: "ivy",
  SETTLED_PASSWORD: "s3cret",
  SETTLED_TOKEN: "t0ken",
  SETTLED_ACCESS_KEY_ID: "k3y-1d",
  SETTLED_ACCESS_KEY_SECRET: "k3y-s3cret",
};

/** A live run of a service that is asked for nothing wrong, and can bear it. */
const PLAIN = ["--no-negatives", "--rate", "100", "--retries", "0"];

vi.setConfig({ testTimeout: 60_000 });

const folder = sharedFolder();
const running: RunningServer[] = [];

// A workspace of its own, so that nothing depends on which providers this one has.
beforeAll(async () => {
  await writeFile(join(folder, "pnpm-workspace.yaml"), "packages: [packages/*]\n");
  await addProvider("acme-jobs", `export const { createClient, basic, apiKey, accessKey } = createModule();`);
  await addProvider(
    "acme-upper",
    `export const { createClient, basic, apiKey, accessKey } = createModule({ queryName: (name) => name.toUpperCase() });`,
  );
  await mkdir(join(folder, "empty"));
  await writeFile(join(folder, "broken.yaml"), 'openapi: 3.1.1\npaths:\n  /a: { $ref: "#/nowhere" }\n');
});
afterAll(() => Promise.all(running.map((server) => server.close())));

async function addProvider(name: string, code: string): Promise<void> {
  const specs = join(folder, "specs", name);
  const client = join(folder, "packages", `${name}-client`);
  await Promise.all([specs, client].map((path) => mkdir(path, { recursive: true })));
  await copyFile(FIXTURE, join(specs, "openapi.yaml"));
  const manifest = { name: `@settled/${name}-client`, type: "module", exports: "./index.js" };
  await writeFile(join(client, "package.json"), JSON.stringify(manifest));
  const from = JSON.stringify(new URL(`file://${CLIENT}`).href);
  await writeFile(join(client, "index.js"), `import { createModule } from ${from};\n${code}\n`);
}

function settled(args: readonly string[], options: Partial<CliOptions> = {}): Promise<CliRun> {
  const env = { SETTLED_CACHE: join(folder, "cache"), ...options.env };
  return runCli(args, { cwd: folder, ...options, env });
}

async function serve(respond: Responder): Promise<string> {
  const server = await startServer(respond);
  running.push(server);
  return server.origin;
}

const sandbox = createDocumentedAnswers(document);
/** The sandbox, but for one operation. */
const deviating: Responder = async (request) => {
  const answer = await sandbox(request);
  return request.url.endsWith("/health") ? { ...answer, status: 418 } : answer;
};

function verdictsOf(report: Report): string[] {
  return [...new Set(report.checks.map(({ verdict }) => verdict))].sort();
}

describe("0: conforms", () => {
  test("a document on its sandbox", async () => {
    const { code, stdout, stderr } = await settled(["check", FIXTURE]);
    expect(stdout).toMatch(
      /^provider +operations +cases +verdicts +mutants +time\nacme-jobs +8 +29 +\d+ pass +(\d+)\/\1 /,
    );
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("a provider, through its client", async () => {
    const run = await settled(["check", "acme-jobs", "--reporter", "json"]);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    const report = reportOf(run);
    const members = ["provider", "target", "startedAt", "verdicts", "checks"];
    expect(Object.keys(report).slice(0, members.length)).toEqual(members);
    expect(report).toMatchObject({
      provider: "acme-jobs",
      target: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/tenants\/main\/v3$/),
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(report.verdicts).toEqual({
      pass: report.checks.length,
      skip: 0,
      erratum: 0,
      vacuous: 0,
      fail: 0,
      error: 0,
    });
    for (const entry of report.checks) {
      expect(Object.keys(entry).filter((name) => !["at", "source"].includes(name))).toEqual([
        "check",
        "operation",
        "case",
        "verdict",
        "expected",
        "received",
        "curl",
        "id",
      ]);
    }
    expect(new Set(report.checks.map(({ check }) => check))).toContain("client-result");
  });

  test("a mock that can be asked for its answers", async () => {
    const origin = await serve(sandbox);
    const run = await settled(
      ["check", FIXTURE, "--url", `${origin}/tenants/main/v3/`, "--mock", "--reporter", "json"],
      { env: CREDENTIALS },
    );
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(verdictsOf(reportOf(run))).toEqual(["pass", "skip"]);
    for (const secret of Object.values(CREDENTIALS)) expect(run.stdout).not.toContain(secret);
  });

  test("a live service, which is asked for nothing but its successes", async () => {
    const asked: string[] = [];
    const origin = await serve((request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname} ${request.headers.get("prefer")}`);
      return sandbox(request);
    });
    const run = await settled(["check", FIXTURE, "--url", origin, "--reporter", "json", ...PLAIN], {
      env: CREDENTIALS,
    });
    expect([run.code, run.stderr]).toEqual([0, expect.stringMatching(/^Plan for acme-jobs at /)]);
    expect(asked.filter((line) => !line.endsWith(" null"))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((line) => !line.startsWith("GET "))).toEqual([]);
  });

  test("self-test", async () => {
    const { code, stdout } = await settled(["self-test", FIXTURE]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${mutants.length} mutants in the corpus\n\n`));
    expect(stdout).toMatch(/acme-jobs getJob: (\d+) of \1 mutants caught\n/);
    expect(stdout).toMatch(/no false alarm\n$/);
  });

  describe("where there is no workspace, by a document that the kit brings along", () => {
    const [own = ""] = knownProviders();
    const home = sharedFolder();
    const check = async (...args: string[]) => {
      const run = await settled(["check", ...args, "--reporter", "json"], { cwd: home });
      expect([run.code, run.stderr]).toEqual([0, ""]);
      return new Set(reportOf(run).checks.map(({ check }) => check));
    };

    test("the judge sends the requests itself", async () => {
      expect(await check(own, "--no-client")).not.toContain("client-result");
    });

    test("a client that is installed, by its name and as one of all", async () => {
      const client = join(home, "node_modules/@settled");
      await mkdir(client, { recursive: true });
      await symlink(
        fileURLToPath(new URL(`../../${own}-client`, import.meta.url)),
        join(client, `${own}-client`),
      );
      expect(await check(own)).toContain("client-result");
      expect(await check("--all")).toContain("client-result");
    });
  });

  test.each([
    { args: ["--help"], want: ["check", "self-test", "sandbox"] },
    {
      args: ["check", "--help"],
      want: ["--url", "--mock", "--param", "--reporter", "--output", "--timeout", "Exit codes:"],
    },
    {
      args: ["check", "--help"],
      want: ["0  conforms", "1  deviates", "2  ", "3  unreachable", "4  interrupted"],
    },
  ])("help: $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await settled(args);
    expect([code, stderr]).toEqual([0, ""]);
    for (const word of want) expect(stdout).toContain(word);
  });
});

describe("1: deviates", () => {
  test("a service that answers otherwise", async () => {
    const origin = await serve(deviating);
    const run = await settled(["check", FIXTURE, "--url", origin, "--mock", "--reporter", "json"], {
      env: CREDENTIALS,
    });
    expect(run.code).toBe(1);
    const failed = reportOf(run).checks.filter(({ verdict }) => verdict === "fail");
    expect(failed).toEqual([
      {
        check: "status-code",
        operation: "getHealth",
        case: "200 example",
        verdict: "fail",
        expected: "one of the documented statuses: 200, 503",
        received: "418",
        curl: `curl '${origin}/health' -H 'accept: application/json' -H 'prefer: code=200, example=example'`,
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        source: { pointer: "#/paths/~1health/get/responses", line: 276, column: 9 },
      },
      expect.objectContaining({ operation: "getHealth", case: "503", received: "418" }),
    ]);
  });

  test("the same in three lines and a curl line", async () => {
    const origin = await serve(deviating);
    const { code, stdout } = await settled(["check", FIXTURE, "--url", origin, "--mock"], {
      env: CREDENTIALS,
    });
    expect(code).toBe(1);
    expect(stdout).toContain(`fail status-code acme-jobs getHealth 200 example
  expected  one of the documented statuses: 200, 503
  received  418
  curl '${origin}/health' -H 'accept: application/json' -H 'prefer: code=200, example=example'
`);
  });

  test("one client of two", async () => {
    const run = await settled(["check", "--all", "--reporter", "json"]);
    expect(run.code).toBe(1);
    const reports = JSON.parse(run.stdout) as Report[];
    expect(reports.map(({ provider }) => provider)).toEqual(["acme-jobs", "acme-upper"]);
    expect(reports.map(verdictsOf)).toEqual([["pass"], ["fail", "pass"]]);
    const failed = reports[1]?.checks.filter(({ verdict }) => verdict === "fail") ?? [];
    expect(new Set(failed.map(({ check, operation }) => `${check} ${operation}`))).toEqual(
      new Set(["request getJob"]),
    );
  });

  test("a self-test through a client that breaks the contract", async () => {
    const { code, stdout } = await settled(["self-test", "acme-upper"]);
    expect(code).toBe(1);
    expect(stdout).toContain("false alarm: request getJob 200 succeeded");
  });
});

describe("known deviations", () => {
  let file = "";
  let observed: Responder;
  beforeAll(async () => {
    await mkdir(join(folder, "odd-jobs"));
    file = join(folder, "odd-jobs", "openapi.yaml");
    await copyFile(FIXTURE, file);
    await copyFile(OVERLAY, join(folder, "odd-jobs", "observed.overlay.yaml"));
    observed = createDocumentedAnswers(await observe(document, await loadErrata(OVERLAY)));
  });
  const NAMES = [
    "paused-state",
    "moved-code",
    "cancel-accepted",
    "plan-without-steps",
    "health-version + health-epoch",
  ];
  const namesIn = (report: Report) =>
    new Set(report.checks.flatMap(({ errata }) => (errata ? errata.join(" + ") : [])));

  test("0: are each reported by name, and are no fault", async () => {
    const { code, stdout, stderr } = await settled(["check", file, "--as", "observed"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/\nodd-jobs +8 +32 +\d+ pass, 9 erratum +– /);
    for (const name of NAMES) expect(stdout).toContain(`erratum odd-jobs ${name}\n  `);
    expect(stdout).toContain(
      "erratum odd-jobs paused-state\n  response-schema getJob 200 paused, and 1 more\n",
    );
  });

  test("0: are entries of their own in the JSON report", async () => {
    const run = await settled(["check", file, "--as", "observed", "--reporter", "json"]);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    const report = reportOf(run);
    expect(verdictsOf(report)).toEqual(["erratum", "pass"]);
    expect(report.verdicts).toMatchObject({ erratum: 9, fail: 0, vacuous: 0, error: 0 });
    expect(namesIn(report)).toEqual(new Set(NAMES));
    for (const entry of report.checks) expect("errata" in entry).toBe(entry.verdict === "erratum");
  });

  test.each([
    { name: "the documented service shows none of them", args: () => [file] },
    {
      name: "where none is known, the observed service is the documented one",
      args: () => [FIXTURE, "--as", "observed"],
    },
  ])("0: $name", async ({ args }) => {
    const run = await settled(["check", ...args(), "--reporter", "json"]);
    expect([run.code, verdictsOf(reportOf(run))]).toEqual([0, ["pass"]]);
  });

  test("0: of a service that shows some of them", async () => {
    const origin = await serve(observed);
    const run = await settled(
      ["check", file, "--url", origin, "--reporter", "json", ...PLAIN, "--allow-writes", "cancelJob"],
      { env: CREDENTIALS },
    );
    const report = reportOf(run);
    expect([run.code, verdictsOf(report)]).toEqual([0, ["erratum", "pass", "skip"]]);
    expect(namesIn(report)).toEqual(
      new Set(["cancel-accepted", "plan-without-steps", "health-version + health-epoch"]),
    );
  });

  test("1: do not excuse another", async () => {
    const origin = await serve(async (request) => {
      const answer = await observed(request);
      const isLatest = new URL(request.url).pathname.endsWith("/jobs/latest");
      return isLatest ? { ...answer, body: '{"state":"PAUSED","stranger":1}' } : answer;
    });
    const run = await settled(
      ["check", file, "--url", origin, "--reporter", "json", ...PLAIN, "--allow-writes", "cancelJob"],
      { env: CREDENTIALS },
    );
    const report = reportOf(run);
    expect(run.code).toBe(1);
    const failed = report.checks.filter(({ verdict }) => verdict === "fail");
    expect(new Set(failed.map(({ operation, check }) => `${operation} ${check}`))).toEqual(
      new Set(["getLatestJob response-schema"]),
    );
    // The same answer has a known status in it, which another check judges.
    expect(namesIn(report)).toContain("paused-state");
  });

  test.each([
    { name: "is no overlay", text: "openapi: 3.1.1\n", want: "error: not an OpenAPI Overlay\n  where     " },
    {
      name: "has an action without a name",
      text: "overlay: 1.0.0\nactions: [{ target: $.info, update: {} }]\n",
      want: "error: an overlay action without a name\n  where     ",
    },
    {
      name: "acts on nothing",
      text: "overlay: 1.0.0\nactions: [{ x-erratum: gone, target: $.gone, remove: true }]\n",
      want: "error: an overlay action finds nothing at $.gone\n  where     erratum gone of ",
    },
  ])("2: an overlay that $name", async ({ text, want }) => {
    const own = await mkdtemp(join(folder, "broken-"));
    await copyFile(FIXTURE, join(own, "openapi.yaml"));
    await writeFile(join(own, "observed.overlay.yaml"), text);
    const { code, stdout, stderr } = await settled(["check", join(own, "openapi.yaml")]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(want);
  });
});

describe("2: the command line or a document is broken", () => {
  const cases: { name: string; args: string[]; cwd?: string; want: string[] }[] = [
    { name: "no command", args: [], want: ["Usage: settled"] },
    { name: "an unknown command", args: ["chekc"], want: ["unknown command 'chekc'", "Did you mean check?"] },
    {
      name: "an unknown option",
      args: ["check", "--ur", "x"],
      want: ["unknown option '--ur'", "Did you mean --url?"],
    },
    {
      name: "no provider",
      args: ["check"],
      want: [
        "error: nothing to check",
        "expected  a provider (acme-jobs, acme-upper), --all, or the path of a document",
      ],
    },
    {
      name: "no provider where there is no workspace",
      args: ["check"],
      cwd: "/",
      want: [`expected  a provider (${knownProviders().join(", ")}), --all, or the path of a document`],
    },
    {
      name: "all clients where there is none",
      args: ["check", "--all"],
      cwd: "/",
      want: ["error: no client is installed here", "example   settled check --all --no-client"],
    },
    {
      name: "a client that is not installed",
      args: ["check", ...knownProviders().slice(0, 1)],
      cwd: "/",
      want: [`error: the client @settled/${knownProviders()[0]}-client cannot be loaded`, "or --no-client"],
    },
    {
      name: "an unknown provider",
      args: ["check", "acme-job"],
      want: [
        "error: no such provider: acme-job",
        "expected  one of acme-jobs, acme-upper, or the path of an OpenAPI document",
        "example   settled check acme-jobs",
      ],
    },
    {
      name: "an unknown provider after a known one",
      args: ["check", "acme-jobs", "nobody"],
      want: ["error: no such provider: nobody"],
    },
    {
      name: "an unknown provider of a self-test",
      args: ["self-test", "x"],
      want: ["error: no such provider: x"],
    },
    {
      name: "a file that is not there",
      args: ["check", "./missing.yaml"],
      want: ["error: cannot read", "missing.yaml: ENOENT"],
    },
    {
      name: "a document that is broken",
      args: ["check", "./broken.yaml"],
      want: ["error: broken $ref: nothing stands at #/nowhere", "broken.yaml:3:15 #/paths/~1a/$ref"],
    },
    {
      name: "a parameter without a value",
      args: ["check", FIXTURE, "--param", "jobId"],
      want: ["error: not a parameter: jobId", "where     --param", "expected  name=value"],
    },
    {
      name: "a parameter without a name",
      args: ["check", FIXTURE, "--param", "=1"],
      want: ["not a parameter: =1"],
    },
    ...["soon", "0", "-1", "1.5", "1e400"].map((given) => ({
      name: `a timeout of ${given}`,
      args: ["check", FIXTURE, `--timeout=${given}`],
      want: [`argument '${given}' is invalid. A whole number above 0 is expected, such as 5000.`],
    })),
    {
      name: "a port that is none",
      args: ["sandbox", FIXTURE, "--port", "65536"],
      want: ["A port is expected"],
    },
    {
      name: "a pace that is none",
      args: ["sandbox", FIXTURE, "--pace", "0"],
      want: ["polls is expected, or a duration above 0"],
    },
    {
      name: "a session that never ends",
      args: ["sandbox", FIXTURE, "--session", "always"],
      want: ['not a duration: "always"', "where     --session", "example   90s"],
    },
    {
      name: "a latency that runs backwards",
      args: ["sandbox", FIXTURE, "--latency", "400-100"],
      want: ["Milliseconds are expected, such as 250 or 100-400."],
    },
    {
      name: "a rate of none",
      args: ["sandbox", FIXTURE, "--rate", "0"],
      want: ["A whole number above 0 is expected"],
    },
    {
      name: "a seed that is none",
      args: ["sandbox", FIXTURE, "--seed", "x"],
      want: ["A whole number below 4294967296 is expected"],
    },
    {
      name: "a mutant that does not exist",
      args: ["sandbox", FIXTURE, "--mutant", "none"],
      want: ["no such mutant: none", "where     --mutant", "status-teapot"],
    },
    {
      name: "a sandbox of nothing",
      args: ["sandbox"],
      want: ["missing required argument 'provider'"],
    },
    {
      name: "a sandbox of one name twice",
      args: ["sandbox", FIXTURE, "acme-jobs"],
      want: ["two documents are named acme-jobs"],
    },
    {
      name: "a state that is another file",
      args: ["sandbox", FIXTURE, "--state", "broken.yaml"],
      want: ["broken.yaml is no JSON", "where     --state"],
    },
    {
      name: "a reporter that does not exist",
      args: ["check", FIXTURE, "--reporter", "xml"],
      want: ["Allowed choices are pretty, json, junit, github, sarif, markdown, html."],
    },
    {
      name: "two reports on one terminal",
      args: ["check", FIXTURE, "--reporter", "json", "--reporter", "html"],
      want: [
        "error: json and html on one terminal",
        "expected  a file for all but one of them; only pretty and github can share a terminal",
        "example   --reporter json --reporter html=report.html",
      ],
    },
    {
      name: "one file for two reports",
      args: ["check", FIXTURE, "--reporter", "json", "--reporter", "html", "--output", "x"],
      want: [
        "error: --output for 2 reporters",
        "example   --reporter html=report.html --reporter junit=report.xml",
      ],
    },
    {
      name: "a speech that does not exist",
      args: ["check", FIXTURE, "--as", "dreamt"],
      want: ["Allowed choices are documented, observed."],
    },
    {
      name: "no URL",
      args: ["check", FIXTURE, "--url", "nonsense"],
      want: ["error: not a URL: nonsense", "where     --url", "expected  an http or https URL"],
    },
    {
      name: "a URL of another kind",
      args: ["check", FIXTURE, "--url", "ftp://x/"],
      want: ["not a URL: ftp://x/"],
    },
    {
      name: "a URL for two providers",
      args: ["check", "acme-jobs", FIXTURE, "--url", "http://127.0.0.1"],
      want: [
        "error: 2 providers with one URL",
        "expected  one provider with --url: a service is one provider's",
      ],
    },
    {
      name: "a speech for a service",
      args: ["check", FIXTURE, "--url", "http://127.0.0.1", "--as", "observed"],
      want: ["error: --as observed with a service"],
    },
    {
      name: "all, and one besides",
      args: ["check", "--all", FIXTURE],
      want: [`error: --all and ${FIXTURE}`, `example   settled check ${FIXTURE}`],
    },
    {
      name: "a URL for all",
      args: ["check", "--all", "--url", "http://127.0.0.1"],
      want: ["error: 2 providers with one URL"],
    },
  ];
  test.concurrent.each(cases)("$name", async ({ args, cwd = folder, want }) => {
    const { code, stdout, stderr } = await settled(args, { cwd });
    for (const words of want) expect(stderr).toContain(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("a port that is in use", async () => {
    const { port } = new URL(await serve(sandbox));
    const { code, stdout, stderr } = await settled(["sandbox", FIXTURE, "--port", port]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`error: port ${port} is in use`);
  });

  test.each(["http://ada:s3cret@127.0.0.1/", "http://127.0.0.1/?key=s3cret", "http://127.0.0.1/#s3cret"])(
    "a URL that says too much, and is not repeated: %s",
    async (url) => {
      const { code, stderr } = await settled(["check", FIXTURE, "--url", url]);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining("the URL says more than where the service is"),
      ]);
      expect(stderr).not.toContain("s3cret");
    },
  );

  test.each([
    { name: "in a folder that is not there", output: "nowhere/report.json", want: "ENOENT" },
    { name: "where a folder stands", output: "empty", want: "EISDIR" },
    { name: "below a file", output: "pnpm-workspace.yaml/report.json", want: "ENOTDIR" },
  ])("a report that cannot be written: $name", async ({ output, want }) => {
    const before = await readdir(folder);
    const { code, stdout, stderr } = await settled([
      "check",
      FIXTURE,
      "--reporter",
      "json",
      "--output",
      output,
    ]);
    expect(stderr).toBe(`error: cannot write ${output}: ${want}
  where     --output
  expected  a file in a folder that exists and can be written to
`);
    expect([code, stdout]).toEqual([2, ""]);
    expect((await readdir(folder)).filter((name) => !before.includes(name) && name !== "cache")).toEqual([]);
    expect(await readdir(join(folder, "empty"))).toEqual([]);
  });
});

describe("a report goes where it is told to", () => {
  const json = ["check", FIXTURE, "--reporter", "json"];
  const isWindows = process.platform === "win32";
  const noShell = isWindows ? " (skipped: Windows has neither bash nor named pipes)" : "";
  const noFullDisk = existsSync("/dev/full") ? "" : " (skipped: this system has no /dev/full)";

  test("through a link, which stays one", async () => {
    await writeFile(join(folder, "linked-to.json"), "before");
    await symlink("linked-to.json", join(folder, "link.json"));
    const { code } = await settled([...json, "--output", "link.json"]);
    expect([code, (await lstat(join(folder, "link.json"))).isSymbolicLink()]).toEqual([0, true]);
    expect(JSON.parse(await readFile(join(folder, "linked-to.json"), "utf8"))).toMatchObject({
      provider: document.name,
    });
  });

  // Who may write to /dev would else find a file in its place.
  test.skipIf(isWindows)(`into a pipe, which stays one${noShell}`, async () => {
    await inShell("mkfifo", ["pipe.json"]);
    const read = readFile(join(folder, "pipe.json"), "utf8");
    const { code } = await settled([...json, "--output", "pipe.json"]);
    expect([code, (await lstat(join(folder, "pipe.json"))).isFIFO()]).toEqual([0, true]);
    expect(JSON.parse(await read)).toMatchObject({ provider: document.name });
  });

  test.skipIf(isWindows)(`to a reader who stops reading: the verdict stands${noShell}`, async () => {
    const { code, stderr } = await inShell(process.execPath, [CLI, ...json], "| head -c 9 >&2");
    expect([code, stderr]).toEqual([0, '{\n  "prov']);
  });

  test.skipIf(noFullDisk !== "")(`to a disk that is full, which is no verdict${noFullDisk}`, async () => {
    const { code, stderr } = await inShell(process.execPath, [CLI, ...json], "> /dev/full");
    expect([code, stderr]).toEqual([2, "error: cannot write the output: ENOSPC\n"]);
  });

  // Of what does not fit, Node writes what does, and says nothing.
  test.skipIf(isWindows)(`to a file that may not grow, which is no verdict either${noShell}`, async () => {
    const limited = 'trap \'\' XFSZ; ulimit -f 8; exec "$0" "$@" > limited.json';
    const { code, stderr } = await inShell("bash", ["-c", limited, process.execPath, CLI, ...json]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: cannot write the output: EFBIG\n/)]);
  });

  test.skipIf(isWindows)(`a cassette that may not grow is told, and no fault of ours${noShell}`, async () => {
    const limited = 'trap \'\' XFSZ; ulimit -f 8; exec "$0" "$@" > /dev/null';
    const given = [...json, "--cassette", "limited.jsonl"];
    const { code, stderr } = await inShell("bash", ["-c", limited, process.execPath, CLI, ...given]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("error: cannot write limited.jsonl: EFBIG\n"),
    ]);
    expect(await readdir(folder)).not.toContain("limited.jsonl.new");
  });

  /** The exit code is that of the command, and not that of what it is piped into. */
  async function inShell(command: string, args: readonly string[], rest = "") {
    const line = `"$0" "$@" ${rest}; exit \${PIPESTATUS[0]}`;
    const env = { PATH: process.env.PATH ?? "", NO_COLOR: "1", SETTLED_CACHE: join(folder, "cache") };
    const run = promisify(execFile)("bash", ["--norc", "-c", line, command, ...args], { cwd: folder, env });
    return run.then(
      ({ stderr }) => ({ code: 0, stderr }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
    );
  }
});

describe("3: nothing was proved", () => {
  test.each([
    { args: ["--mock"], verdict: "fail" },
    // One reason for all of it, and no deviation of the service.
    { args: [], verdict: "skip" },
  ])("nobody listens at the port $args", async ({ args, verdict }) => {
    const url = `http://127.0.0.1:${await unusedPort()}`;
    const run = await settled(["check", FIXTURE, "--url", url, "--reporter", "json", ...PLAIN, ...args], {
      env: CREDENTIALS,
    });
    expect(run.code).toBe(3);
    const told = reportOf(run).checks.filter(({ received }) => received.includes("ECONNREFUSED"));
    expect(new Set(told.map((one) => one.verdict))).toEqual(new Set([verdict]));
  });

  test("no answer comes in time", async () => {
    const origin = await serve(async () => ({ status: 200, headers: {}, fault: "hang" }));
    const run = await settled(
      ["check", FIXTURE, "--url", origin, "--timeout", "20", "--reporter", "json", ...PLAIN],
      { env: CREDENTIALS },
    );
    expect(run.code).toBe(3);
    expect(run.stdout).toContain("no answer within 20 ms");
  });

  test.each([401, 403])("the service answers %s to everything", async (status) => {
    const origin = await serve(async () => ({
      status,
      headers: { "content-type": "application/json" },
      body: "{}",
    }));
    const run = await settled(["check", FIXTURE, "--url", origin, "--reporter", "json"]);
    expect(run.code).toBe(3);
    const { checks } = reportOf(run);
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(["skip"]));
    expect(checks.map(({ received }) => received)).toContain(
      `not authorised: the service answered ${status}`,
    );
  });
});

describe("4: interrupted", () => {
  test.each([
    { how: "SIGINT", signals: ["SIGINT"] },
    { how: "SIGTERM", signals: ["SIGTERM"] },
    { how: "Ctrl-C, pressed twice", signals: ["SIGINT", "SIGINT"] },
  ] as const)("$how prints what is known by then", async ({ signals }) => {
    let child: ChildProcess | undefined;
    let asked = 0;
    const slow: Responder = async (request) => {
      asked += 1;
      if (asked < 3) return sandbox(request);
      for (const signal of signals) {
        child?.kill(signal);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return sandbox(request);
    };
    const origin = await serve(slow);
    const run = await settled(["check", FIXTURE, "--url", origin, "--mock", "--reporter", "json"], {
      env: CREDENTIALS,
      onStart: (started) => {
        child = started;
      },
    });
    expect([run.code, asked]).toEqual([4, 3]);
    const report = reportOf(run);
    const judged = report.checks.filter(
      ({ check, verdict }) => check === "status-code" && verdict !== "skip",
    );
    expect(judged).toHaveLength(3);
  });

  test("a sandbox ends without a fault", async () => {
    const run = await settled(["sandbox", FIXTURE], {
      onStart: (child) => child.stdout?.once("data", () => child.kill("SIGINT")),
    });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toMatch(/^acme-jobs at http:\/\/127\.0\.0\.1:\d+\/tenants\/main\/v3\n/);
  });
});

test.each([
  { as: "documented", want: 400 },
  { as: "observed", want: 202 },
])(
  "a sandbox that speaks as $as answers a request for an observed status with $want",
  async ({ as, want }) => {
    const own = join(folder, `speech-${as}`);
    await mkdir(own);
    await copyFile(FIXTURE, join(own, "openapi.yaml"));
    await copyFile(OVERLAY, join(own, "observed.overlay.yaml"));
    let status: number | undefined;
    const run = await settled(["sandbox", join(own, "openapi.yaml"), "--as", as], {
      onStart: (child) =>
        child.stdout?.once("data", async (line: Buffer) => {
          const base = / at (\S+)/.exec(String(line))?.[1];
          const answer = await fetch(`${base}/jobs/1`, { method: "DELETE", headers: { prefer: "code=202" } });
          status = answer.status;
          child.kill("SIGINT");
        }),
    });
    expect([run.code, status]).toEqual([0, want]);
  },
);

describe("a sandbox", () => {
  /** Runs one until it has said where it is, does something, and interrupts it. */
  async function whileServing(
    args: readonly string[],
    act: (base: string, said: string) => Promise<void> = async () => undefined,
  ): Promise<CliRun> {
    let failure: unknown;
    const run = await settled(["sandbox", ...args], {
      onStart(child) {
        let said = "";
        child.stdout?.on("data", async (chunk: Buffer) => {
          said += chunk;
          if (!said.includes("Ctrl-C")) return;
          const [, base = ""] = / at (\S+)/.exec(said) ?? [];
          await act(base, said).catch((error: unknown) => {
            failure = error;
          });
          child.kill("SIGINT");
        });
      },
    });
    if (failure) throw failure;
    return run;
  }

  test("says where it is, how to get in, and what to try, in 80 columns", async () => {
    const answers: string[] = [];
    const run = await whileServing([FIXTURE, "acme-upper"], async (_, said) => {
      for (const line of said.replaceAll(" \\\n", " ").match(/^ +curl .*$/gm) ?? []) {
        const { stdout } = await promisify(exec)(`${line} -sS -w ' %{http_code}'`);
        answers.push(stdout);
      }
      const [, page = ""] = /^Page: (\S+)$/m.exec(said) ?? [];
      answers.push(await (await fetch(page, { headers: { accept: "text/html" } })).text());
    });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toMatch(/^acme-jobs at http:\/\/127\.0\.0\.1:\d+\/acme-jobs\/tenants\/main\/v3$/m);
    expect(run.stdout).toMatch(/^acme-upper at http:\/\/127\.0\.0\.1:\d+\/acme-upper\/tenants\/main\/v3$/m);
    expect(run.stdout).toContain("\n  AcmeBasic: user developer, password not-a-password\n");
    expect(answers).toEqual([
      expect.stringMatching(/"job-id".* 202$/),
      expect.stringMatching(/"job-id".* 202$/),
      expect.stringMatching(/^<!doctype html>/),
    ]);
    const wide = run.stdout.split("\n").filter((line) => line.length > 80);
    // A word of a command line cannot be broken.
    expect(wide.filter((line) => !/^ +(-\S+ )?'\S+'( \\)?$/.test(line))).toEqual([]);
  });

  test("goes on from its state", async () => {
    const state = join(folder, "sandbox.json");
    const args = [FIXTURE, "--state", state];
    const first = await whileServing(args, async (base) => {
      const { origin } = new URL(base);
      const body = JSON.stringify({ operation: "getHealth", status: 503 });
      expect((await fetch(`${origin}/_settled/rules`, { method: "POST", body })).status).toBe(200);
    });
    const statuses: number[] = [];
    const second = await whileServing(args, async (base) => {
      statuses.push((await fetch(`${base}/health`)).status);
    });
    expect([first.code, second.code, second.stderr, statuses]).toEqual([0, 0, "", [503]]);

    const observed = await whileServing([OTHER(), "--state", state]);
    expect([observed.code, observed.stderr]).toEqual([
      0,
      `other begins afresh: ${state} is of another document\n`,
    ]);
  });

  test("breaks every answer, also when it goes on from a state", async () => {
    const args = [FIXTURE, "--state", join(folder, "broken.json"), "--mutant", "status-teapot"];
    const rules: unknown[] = [];
    for (let run = 0; run < 2; run += 1) {
      await whileServing(args, async (base) => {
        const answer = await fetch(`${new URL(base).origin}/_settled/rules`);
        rules.push(await answer.json(), (await fetch(`${base}/health`)).status);
      });
    }
    const once = [{ id: "1", mutant: "status-teapot" }];
    expect(rules).toEqual([once, 418, once, 418]);
  });

  const OTHER = () => join(folder, "other.yaml");
  beforeAll(() => copyFile(FIXTURE, OTHER()));

  test("speaks HTTPS, says what to trust, and leaves nothing of it behind", async () => {
    const answers: string[] = [];
    let file = "";
    const run = await whileServing([FIXTURE, "--https"], async (base, said) => {
      file = /^Certificate: (\S+)$/m.exec(said)?.[1] ?? "";
      const { stdout } = await promisify(exec)(`curl -sS --cacert '${file}' ${base}/health`);
      answers.push(stdout);
    });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toMatch(/^acme-jobs at https:/);
    expect(answers).toEqual([expect.stringContaining('"healthy":true')]);
    expect(await stat(dirname(file)).catch(({ code }) => code)).toBe("ENOENT");
  });

  test("takes a seed, a latency, a rate, a mutant, a pace and a session", async () => {
    const answers: unknown[] = [];
    const options = ["--seed", "7", "--latency", "1-3", "--rate", "1", "--mutant", "status-teapot"];
    const run = await whileServing(
      [FIXTURE, ...options, "--pace", "PT1S", "--session", "90s"],
      async (base) => {
        const [first, second] = [await fetch(`${base}/health`), await fetch(`${base}/health`)];
        answers.push(first.status, first.headers.get("retry-after"), second.headers.get("retry-after"));
      },
    );
    expect([run.code, run.stderr, answers]).toEqual([0, "", [418, null, "1"]]);
  });
});

describe("options", () => {
  test("--output holds the whole report, and nothing is printed", async () => {
    const file = join(folder, "report.json");
    await writeFile(file, "old");
    const { code, stdout } = await settled(["check", FIXTURE, "--reporter", "json", "--output", file]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
      provider: "acme-jobs",
      verdicts: { fail: 0 },
    });
  });

  test.each([
    { env: { NO_COLOR: "", FORCE_COLOR: "1" }, want: true },
    { env: { NO_COLOR: "1" }, want: false },
    { env: { NO_COLOR: "" }, want: false },
  ])("colours, as a pipe with $env: $want", async ({ env, want }) => {
    const origin = await serve(sandbox);
    const run = await settled(["check", FIXTURE, "--url", origin, "--mock"], {
      env: { ...CREDENTIALS, ...env },
    });
    expect([run.code, run.stdout.includes("\u001b[")]).toEqual([0, want]);
  });

  test("a run can be reported in every way at once", async () => {
    const origin = await serve(deviating);
    const own = await mkdtemp(join(folder, "reports-"));
    const files = ["json", "junit", "sarif", "markdown", "html"].map((name) => join(own, name));
    const summary = join(own, "summary");
    await writeFile(summary, "before\n");
    const reporters = files.flatMap((file) => ["--reporter", `${basename(file)}=${file}`]);
    const run = await settled(
      [
        "check",
        FIXTURE,
        "--url",
        origin,
        "--mock",
        ...reporters,
        "--reporter",
        "pretty",
        "--reporter",
        "github",
      ],
      { env: { ...CREDENTIALS, GITHUB_STEP_SUMMARY: summary } },
    );
    expect([run.code, run.stderr]).toEqual([1, ""]);
    expect(run.stdout).toContain("\nfail status-code acme-jobs getHealth 200 example\n");
    expect(run.stdout).toMatch(
      /\n::error file=.*acme-jobs\.yaml,line=276,col=9,title=acme-jobs getHealth 200 example%3A status-code::expected/,
    );
    const [json = "", junit, sarif, markdown, html] = await Promise.all(
      files.map((file) => readFile(file, "utf8")),
    );
    expect(JSON.parse(json)).toMatchObject({ provider: "acme-jobs", verdicts: { fail: 2 } });
    expect(junit).toMatch(/^<\?xml .*\n<testsuites name="settled" tests="\d+" failures="2" errors="0"/);
    expect(JSON.parse(sarif ?? "")).toMatchObject({ version: "2.1.0", runs: [{ results: [{}, {}] }] });
    expect(markdown).toMatch(/^# acme-jobs: .*\n/);
    expect(html).toMatch(/^<!doctype html>\n/);
    expect(await readFile(summary, "utf8")).toMatch(/^before\n## Contracts not kept\n/);
  });

  test("the same run is the same report, but for its times and its port", async () => {
    const reports = async () => {
      const own = await mkdtemp(join(folder, "same-"));
      const names = ["json", "junit", "sarif", "markdown", "html", "github"];
      await settled([
        "check",
        FIXTURE,
        ...names.flatMap((name) => ["--reporter", `${name}=${join(own, name)}`]),
      ]);
      const texts = await Promise.all(names.map((name) => readFile(join(own, name), "utf8")));
      return texts.map((text) =>
        text
          .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+Z| UTC)?/g, "NOW")
          .replace(/\d{8}T\d{6}Z|\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, "NOW")
          .replace(/127\.0\.0\.1:\d+/g, "HERE")
          .replace(/("duration": |time="|after )[\d.]+/g, "$1LATER")
          .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "NONCE"),
      );
    };
    expect(await reports()).toEqual(await reports());
  });

  test("no secret is in any report of a service that echoes what it is sent", async () => {
    const secrets = Object.values(CREDENTIALS).filter((secret) => secret.length > 3);
    const origin = await serve(async (request) => {
      const sent = JSON.stringify([...request.headers]);
      const body = JSON.stringify({ title: sent, message: secrets.join(" & "), [secrets[0] ?? ""]: 1 });
      return {
        status: 200,
        headers: { "content-type": "application/json", "x-sent": secrets.join(",") },
        body,
      };
    });
    const own = await mkdtemp(join(folder, "echo-"));
    const names = ["pretty", "json", "junit", "sarif", "markdown", "html", "github"];
    const reporters = names.flatMap((name) => ["--reporter", `${name}=${join(own, name)}`]);
    const run = await settled(["check", FIXTURE, "--url", origin, "--mock", ...reporters], {
      env: CREDENTIALS,
    });
    expect([run.code, run.stdout, run.stderr]).toEqual([1, "", ""]);
    for (const name of names) {
      const text = await readFile(join(own, name), "utf8");
      expect(text).toContain("REDACTED");
      for (const secret of secrets) expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
    }
  });

  test("--output of the table has no colours", async () => {
    const file = join(folder, "report.txt");
    await settled(["check", FIXTURE, "--output", file], { env: { FORCE_COLOR: "1", NO_COLOR: "" } });
    expect(await readFile(file, "utf8")).toMatch(/^provider +operations/);
  });

  test("--param takes the place of the document's example, wherever it stands", async () => {
    const asked: string[] = [];
    const origin = await serve(async (request) => {
      const { pathname, search } = new URL(request.url);
      asked.push(`${request.method} ${pathname}${search} ${request.body}`);
      return sandbox(request);
    });
    const given = ["jobId=a/b c", "depth=7", "fields=x,y", "levels=4", "priority=9", "Query=all=true"];
    const writes = ["--allow-writes", "startJob,findJobs", ...PLAIN];
    const run = await settled(["check", FIXTURE, "--url", origin, ...writes, "--param", ...given], {
      env: CREDENTIALS,
    });
    expect(run.code).toBe(0);
    expect(asked).toContain("GET /jobs/a%2Fb%20c?depth=7&fields=x&fields=y&levels=4 ");
    expect(asked).toContain("POST /jobs/search Query=all%3Dtrue&Limit=20&Exact=true");
    expect(asked.find((line) => line.startsWith("POST /jobs "))).toContain('"priority":9,');
  });

  test("credentials come from the environment alone", async () => {
    const sent: (string | null)[] = [];
    const origin = await serve((request) => {
      if (request.url.endsWith("/plan"))
        sent.push(request.headers.get("x-acme-token"), request.headers.get("authorization"));
      return sandbox(request);
    });
    const args = ["check", FIXTURE, "--url", origin, ...PLAIN];
    await settled(args, { env: { SETTLED_TOKEN: "t0ken" } });
    await settled(args, { env: { SETTLED_USERNAME: "ada", SETTLED_PASSWORD: "s3cret" } });
    await settled(args);
    expect(sent).toEqual(["t0ken", null, null, "Basic YWRhOnMzY3JldA==", null, null]);
  });

  test("a document is compiled once per machine", async () => {
    const cache = join(folder, "own-cache");
    const env = { SETTLED_CACHE: cache };
    // What Node has compiled of the kit itself is its own affair.
    const kept = async () => (await readdir(cache)).filter((name) => name !== "compiled").sort();
    await settled(["check", FIXTURE, "--reporter", "json"], { env });
    const first = await kept();
    await settled(["check", FIXTURE, "--reporter", "json"], { env });
    expect(first).not.toEqual([]);
    expect(await kept()).toEqual(first);
  });
});

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
