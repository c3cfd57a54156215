import type { ChildProcess } from "node:child_process";
import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../src/adapters/server.ts";
import type { Document } from "../src/document/document.ts";
import { loginOperations } from "../src/live/login-operations.ts";
import { documentedLifecycles } from "../src/run/documented-lifecycles.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath, findOperation } from "../src/sandbox/find-operation.ts";
import { document as acme } from "./acme-jobs.ts";
import { documents } from "./providers.ts";
import { reportOf, said } from "./report-of.ts";
import { type CliRun, runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const ENV = {
  SETTLED_USERNAME: "developer",
  SETTLED_PASSWORD: "not-a-password",
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};
const QUICK = ["--rate", "500", "--budget", "1000", "--reporter", "json"];

vi.setConfig({ testTimeout: 120_000 });

const folder = sharedFolder();
const running: RunningServer[] = [];
afterAll(() => Promise.all(running.map((server) => server.close())));

/** A service that a process is killed in front of. */
async function serve(document: Document) {
  const { respond } = await createSandbox({ documents: [document] });
  const arrived: string[] = [];
  let onArrival: (operation: string) => unknown = () => undefined;
  const server = await startServer(async (request, signal) => {
    const operation = findOperation(document, request).operation?.id ?? "";
    arrived.push(operation);
    await onArrival(operation);
    return respond(request, signal);
  });
  running.push(server);
  const url = `${server.origin}${defaultBasePath(document)}`;
  const check = (...args: string[]) =>
    runCli(["check", document.source, "--url", url, ...QUICK, ...args], { cwd: folder, env: ENV });
  /** The same, which ends when as many requests have arrived as that, or one for an operation. */
  async function killed(how: NodeJS.Signals, when: number | string, ...args: string[]): Promise<CliRun> {
    let child: ChildProcess | undefined;
    const from = arrived.length;
    onArrival = (operation) => {
      if (arrived.length - from === when || operation === when) child?.kill(how);
    };
    const onStart = (started: ChildProcess) => {
      child = started;
    };
    const whole = ["check", document.source, "--url", url, ...QUICK, ...args];
    return runCli(whole, { cwd: folder, env: ENV, onStart }).finally(() => {
      onArrival = () => undefined;
    });
  }
  /** Does something at each request before it is answered. */
  const meet = (work: () => Promise<void>) => {
    onArrival = work;
  };
  return { url, arrived, check, killed, meet };
}

const judge = (document: Document, cassette: string) =>
  runCli(["judge", cassette, "--provider", document.source, "--reporter", "json"], { cwd: folder, env: ENV });

interface Line {
  readonly case?: { readonly operation: string; readonly name: string };
  readonly response?: object;
}

/** The cases that a cassette holds an answer to. */
async function answeredIn(cassette: string): Promise<string[]> {
  const lines = (await readFile(join(folder, cassette), "utf8")).split("\n").filter((line) => line !== "");
  return lines
    .map((line) => JSON.parse(line) as Line)
    .flatMap((line) => (line.response ? [`${line.case?.operation} ${line.case?.name}`] : []));
}

/** One that is asked without a login. */
const signed = documents.find(
  (document) => loginOperations(document).length === 0 && documentedLifecycles(document).length > 0,
) as Document;

describe.each([
  { name: "a fixture", document: acme, after: 4, concurrency: 1 },
  { name: "a provider", document: signed, after: 11, concurrency: 1 },
  { name: "a provider, three at once", document: signed, after: 17, concurrency: 3 },
])("$name", ({ name, document, after, concurrency }) => {
  const limits = ["--concurrency", String(concurrency)];

  test.each(["SIGKILL", "SIGINT"] as const)("killed by %s loses nothing, and goes on", async (how) => {
    const service = await serve(document);
    const whole = reportOf(await service.check(...limits));
    const all = service.arrived.length;
    const cassette = `${name} ${how}.jsonl`;
    const taped = [...limits, "--cassette", cassette];

    const cut = await service.killed(how, after, ...taped);
    const before = service.arrived.length - all;
    const answered = await answeredIn(cassette);
    // All whose answer came before the last requests were sent.
    expect(answered.length).toBeGreaterThanOrEqual(after - concurrency);
    expect(new Set(answered).size).toBe(answered.length);
    if (how === "SIGINT") {
      expect(cut.code).toBe(4);
      expect(reportOf(cut).run).toMatchObject({ interrupted: true });
    } else await appendFile(join(folder, cassette), '{"case":{"operation":"torn');
    const judged = await judge(document, cassette);
    expect(judged).toMatchObject({ code: 4, stderr: expect.stringContaining("did not come to its end") });
    if (how === "SIGINT") expect(judged.stdout).toBe(cut.stdout);

    const resumed = await service.check(...taped, "--resume");
    expect(resumed).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`${answered.length} cases are known`),
    });
    expect(said(reportOf(resumed))).toEqual(said(whole));
    // What was answered is not asked again, and all else is.
    expect(service.arrived.length - all - before).toBe(all - answered.length);
    expect(new Set(await answeredIn(cassette)).size).toBe(all);
    expect((await judge(document, cassette)).stdout).toBe(resumed.stdout);

    const idle = await service.check(...taped, "--resume");
    expect([idle.code, service.arrived.length - all - before]).toEqual([0, all - answered.length]);
    expect(said(reportOf(idle))).toEqual(said(whole));
  });
});

test.each([
  { name: "begins", args: [] },
  { name: "goes on", args: ["--resume"] },
])("two runs are not recorded in one cassette: the first $name", async ({ name, args }) => {
  const service = await serve(acme);
  const taped = ["--cassette", `${name}.jsonl`];
  if (args.length > 0) await service.killed("SIGKILL", 3, ...taped);
  let second: CliRun | undefined;
  service.meet(async () => {
    second ??= await service.check(...taped, "--resume");
  });
  const first = await service.check(...taped, ...args);
  const lesson = expect.stringMatching(/^error: another run \(process \d+\) writes to /);
  expect(second).toMatchObject({ code: 2, stdout: "", stderr: lesson });
  expect(first.code).toBe(0);
  expect((await judge(acme, `${name}.jsonl`)).stdout).toBe(first.stdout);
  expect((await readdir(folder)).filter((file) => file.startsWith(name))).toEqual([`${name}.jsonl`]);
});

test("the budget is that of all sittings", async () => {
  const service = await serve(signed);
  const taped = ["--cassette", "budget.jsonl", "--budget", "14"];
  await service.killed("SIGKILL", 6, ...taped);
  expect(service.arrived).toHaveLength(6);
  const second = await service.check(...taped, "--resume");
  expect(service.arrived).toHaveLength(14);
  expect(second.stdout).toContain("not sent: the budget of 14 requests is spent");
  await service.check(...taped, "--resume");
  expect(service.arrived).toHaveLength(14);
  // What was held back is asked once there is more of it.
  const more = await service.check("--cassette", "budget.jsonl", "--resume");
  expect(more.code).toBe(0);
  expect(more.stdout).not.toContain("not sent: the budget");
});

describe("what is no read, and was sent when the run was killed,", () => {
  const [lifecycle] = documentedLifecycles(signed).filter(({ endings }) => endings.includes("succeeded"));
  const start = lifecycle?.start.id ?? "";
  const poll = lifecycle?.poll.id ?? "";
  const follow = ["--lifecycle", start, "--allow-writes", start, "--interval", "10ms"];
  const startsIn = (arrived: readonly string[]) => arrived.filter((id) => id === start).length;

  test.each([
    { name: "a write", args: ["--allow-writes", start, "--no-negatives"], code: 0 },
    { name: "the start of a lifecycle", args: follow, code: 3 },
  ])("is not sent again: $name", async ({ name, args, code }) => {
    const service = await serve(signed);
    const taped = [...args, "--cassette", `${name}.jsonl`];
    await service.killed("SIGKILL", start, ...taped);
    const resumed = await service.check(...taped, "--resume");
    expect([resumed.code, startsIn(service.arrived)]).toEqual([code, 1]);
    expect(resumed.stdout).toContain("it is no read, and not sent again");
  });

  test("but what was started is followed to its end", async () => {
    const service = await serve(signed);
    const taped = [...follow, "--cassette", "followed.jsonl"];
    await service.killed("SIGKILL", poll, ...taped);
    const resumed = await service.check(...taped, "--resume");
    expect([resumed.code, startsIn(service.arrived)]).toEqual([0, 1]);
    const outcome = reportOf(resumed).checks.find((one) => one.case === "lifecycle");
    expect(outcome?.received).toMatch(/\((succeeded|failed|canceled)\)$/);
    expect((await judge(signed, "followed.jsonl")).stdout).toBe(resumed.stdout);
  });
});

describe("another run does not go on with it", () => {
  let service: Awaited<ReturnType<typeof serve>>;
  let other: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    service = await serve(acme);
    other = await serve(acme);
    await service.killed("SIGKILL", 3, "--cassette", "mine.jsonl");
    const text = await readFile(join(folder, "mine.jsonl"), "utf8");
    const [header = "", ...lines] = text.split("\n");
    const changed = (more: object) =>
      [JSON.stringify({ ...JSON.parse(header), ...more }), ...lines].join("\n");
    await writeFile(join(folder, "document.jsonl"), changed({ document: "others" }));
    await writeFile(join(folder, "edition.jsonl"), changed({ fingerprint: "0" }));
    await writeFile(join(folder, "sandbox.jsonl"), changed({ kind: "sandbox" }));
    await writeFile(join(folder, "later.jsonl"), changed({ cassette: 2 }));
    await writeFile(join(folder, "text.jsonl"), "hello");
  });

  test.each([
    { args: ["--cassette", "document.jsonl"], want: "document.jsonl is of others, not of acme-jobs" },
    { args: ["--cassette", "edition.jsonl"], want: "acme-jobs has changed since" },
    { args: ["--cassette", "sandbox.jsonl"], want: "sandbox.jsonl is no cassette of a live run" },
    { args: ["--cassette", "text.jsonl"], want: "text.jsonl is no cassette of a live run" },
    { args: ["--cassette", "later.jsonl"], want: "a cassette of format 2" },
    { args: ["--cassette", "nowhere.jsonl"], want: "cannot read nowhere.jsonl: ENOENT" },
    { args: [], want: "nothing to go on with" },
    { args: ["--cassette", "mine.jsonl", "--mock"], want: "a mock's run does not go on" },
    { args: ["--cassette", "mine.jsonl", "--no-negatives"], want: "was going to ask something else" },
    { args: ["--cassette", "mine.jsonl", "--param", "jobId=x"], want: "was going to ask something else" },
    { args: ["--cassette", "mine.jsonl", "--tenant", "north"], want: "was going to ask something else" },
  ])("$args", async ({ args, want }) => {
    const before = service.arrived.length;
    const run = await service.check(...args, "--resume");
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(want)]);
    expect(service.arrived).toHaveLength(before);
  });

  test("of another service", async () => {
    const run = await other.check("--cassette", "mine.jsonl", "--resume");
    expect([run.code, run.stderr, other.arrived]).toEqual([
      2,
      expect.stringContaining(`is of ${service.url}, not of ${other.url}`),
      [],
    ]);
  });

  test("without a service there is nothing to go on with", async () => {
    const run = await runCli(["check", acme.source, "--cassette", "mine.jsonl", "--resume"], {
      cwd: folder,
    });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("--resume without a service")]);
  });

  test("and a dry run says what is left", async () => {
    const before = service.arrived.length;
    const run = await service.check("--cassette", "mine.jsonl", "--resume", "--dry-run");
    expect(JSON.parse(run.stdout)).toMatchObject({ resumed: { sent: 3, cases: 2 } });
    expect(service.arrived).toHaveLength(before);
  });
});
