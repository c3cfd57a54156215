import type { ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "../src/adapters/server.ts";
import type { Document } from "../src/document/document.ts";
import { isRead } from "../src/document/is-read.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { documentedVariables } from "../src/live/environment.ts";
import { loginOperations } from "../src/live/login-operations.ts";
import { negativeCases } from "../src/live/negative-cases.ts";
import { documentedLifecycles } from "../src/run/documented-lifecycles.ts";
import { roleOf } from "../src/sandbox/access/input-role.ts";
import type { Responder } from "../src/sandbox/answer.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath, findOperation } from "../src/sandbox/find-operation.ts";
import { FIXTURE } from "./acme-jobs.ts";
import { documents } from "./providers.ts";
import { reportOf } from "./report-of.ts";
import { type CliOptions, type CliRun, runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const WORKSPACE = fileURLToPath(new URL("../../..", import.meta.url));
/** Those for development; a secret of each is looked for in what is shown. */
const SECRETS = ["not-a-password", "not-a-secret", "not-a-token"];

vi.setConfig({ testTimeout: 60_000 });

const folder = sharedFolder();
const running: RunningServer[] = [];
afterAll(() => Promise.all(running.map((server) => server.close())));

const settled = (args: readonly string[], options: Partial<CliOptions> = {}): Promise<CliRun> =>
  runCli(args, {
    cwd: folder,
    ...options,
    env: { SETTLED_CACHE: join(folder, "cache"), ...options.env },
  });

interface Live {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** The operations that arrived, in their order. */
  readonly arrived: string[];
  readonly at: number[];
  readonly certificate: string | undefined;
}

/** A stateful sandbox behind a real server, which writes down what arrives. */
async function serve(
  document: Document,
  between: (respond: Responder) => Responder = (respond) => respond,
  options: ServerOptions = {},
): Promise<Live> {
  const sandbox = await createSandbox({ documents: [document] });
  const arrived: string[] = [];
  const at: number[] = [];
  const respond = between(sandbox.respond);
  const server = await startServer(async (request, signal) => {
    arrived.push(findOperation(document, request).operation?.id ?? `${request.method} ${request.url}`);
    at.push(performance.now());
    return respond(request, signal);
  }, options);
  running.push(server);
  const url = `${server.origin}${defaultBasePath(document)}`;
  return { url, sandbox, arrived, at, certificate: server.certificate };
}

/** Good credentials, in the variables that the document names. */
function environmentOf(document: Document): Record<string, string> {
  const variables = documentedVariables(document);
  // Where there is a way to log in, a token would take the place of it.
  const hasLogin = variables.some(({ part }) => roleOf(part) === "password");
  const token = hasLogin ? "" : "not-a-token";
  const values = { username: "developer", password: "not-a-password", token, other: "" };
  const keys: Record<string, string> = { accessKeyId: "development-key", accessKeySecret: "not-a-secret" };
  const entries = variables.flatMap(({ part, variables: [first = ""] }) => {
    const value = keys[part] ?? (part === "securityToken" ? "" : values[roleOf(part)]);
    return value === "" ? [] : [[first, value]];
  });
  return Object.fromEntries(entries);
}

const QUICK = ["--rate", "500"];
const nameOf = ({ source }: Document) => source.split("/").at(-2) ?? "";
const providers = documents.map((document) => ({ name: nameOf(document), document }));

describe.each(providers)("$name, through its client, with its own variables", ({ name, document }) => {
  const env = environmentOf(document);

  test("is judged by reads alone, and shows no secret", async () => {
    const live = await serve(document);
    const args = ["check", name, "--url", live.url, "--reporter", "json", ...QUICK];
    const run = await settled(args, { cwd: WORKSPACE, env });
    const report = reportOf(run);
    const bad = report.checks.filter(({ verdict }) => !["pass", "skip", "erratum"].includes(verdict));
    expect(bad.map(({ operation, case: one, received }) => `${operation} ${one}: ${received}`)).toEqual([]);
    expect(run.code).toBe(0);
    const logins = loginOperations(document);
    const writes = document.operations.filter((one) => !isRead(document, one) && !logins.includes(one.id));
    expect(live.arrived.filter((id) => writes.some((one) => one.id === id))).toEqual([]);
    // One login for the whole run, of the operations that a way of it has.
    expect(
      live.arrived.filter((id) => logins.includes(id) && !isReadById(document, id)).length,
    ).toBeLessThanOrEqual(2);
    for (const secret of SECRETS) expect(`${run.stdout}${run.stderr}`).not.toContain(secret);
    const bears = negativeCases(document).filter(({ negative }) => negative.kind === "no-credentials");
    expect(run.stdout.includes("without credentials")).toBe(bears.length > 0);
    // By the judge's own hand: no client lets itself be told to sign wrongly.
    const signs = Object.values(env).includes("development-key");
    for (const wrongly of ["signed with a wrong secret", "signed an hour ago"]) {
      expect(run.stdout.includes(wrongly)).toBe(signs);
    }
  });

  test("a dry run sends nothing, and says what would be sent", async () => {
    const live = await serve(document);
    const args = ["check", name, "--url", live.url, "--dry-run"];
    const [pretty, json] = await Promise.all([
      settled(args, { cwd: WORKSPACE, env }),
      settled([...args, "--reporter", "json"], { cwd: WORKSPACE, env }),
    ]);
    expect([pretty.code, json.code, live.arrived]).toEqual([0, 0, []]);
    expect(pretty.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(JSON.parse(json.stdout)).toMatchObject({ provider: name, hosts: [new URL(live.url).host] });
  });

  test("a lifecycle is followed to its end, and into what it leads to", async () => {
    const live = await serve(document);
    const [lifecycle] = documentedLifecycles(document).filter(({ endings }) => endings.includes("succeeded"));
    const start = lifecycle?.start.id ?? "";
    const args = [
      "check",
      name,
      "--url",
      live.url,
      "--lifecycle",
      start,
      "--interval",
      "10ms",
      "--reporter",
      "json",
    ];
    const run = await settled([...args, "--allow-writes", start, ...QUICK], { cwd: WORKSPACE, env });
    const { checks } = reportOf(run);
    expect(checks.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
    expect(run.code).toBe(0);
    const outcome = checks.find((one) => one.case === "lifecycle");
    expect(outcome?.received).toMatch(/\((succeeded|failed|canceled)\)$/);
    expect(live.arrived.filter((id) => id === start)).toHaveLength(1);
  });
});

function isReadById(document: Document, id: string): boolean {
  const operation = document.operations.find((one) => one.id === id);
  return operation !== undefined && isRead(document, operation);
}

const acme = await loadDocument(FIXTURE);
const OWN = {
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};
const check = (live: Live, ...args: string[]) =>
  settled(["check", FIXTURE, "--url", live.url, "--reporter", "json", ...args], { env: OWN });

describe("limits are kept", () => {
  test("the budget, by whatever is sent", async () => {
    const live = await serve(acme, () => async () => ({ status: 503, headers: {} }));
    const run = await check(live, "--budget", "4", ...QUICK);
    expect(live.arrived).toHaveLength(4);
    expect(run.stdout).toContain("not sent: the budget of 4 requests is spent");
  });

  test("the rate, by the clock of the service", async () => {
    const live = await serve(acme);
    await check(live, "--rate", "20", "--concurrency", "4");
    expect(live.at.length).toBeGreaterThan(8);
    // Sent 50 ms apart, which limit-sends.test.ts holds to the millisecond. A busy machine holds some up, not half.
    expect((live.at.at(-1) as number) - (live.at[0] ?? 0)).toBeGreaterThan((live.at.length - 1) * 25);
  });

  test("a service that is asked too often is asked again, and then let be", async () => {
    const live = await serve(acme, () => async () => ({ status: 429, headers: { "retry-after": "0" } }));
    const run = await check(live, "--no-negatives", "--budget", "9", "--retries", "1", ...QUICK);
    const { checks } = reportOf(run);
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(["skip"]));
    expect(checks.map(({ received }) => received)).toContain(
      "throttled: the service answered 429; --rate asks less often",
    );
    expect(run.code).toBe(3);
  });
});

describe("what is not allowed is not sent", () => {
  test("writes, unless they are named", async () => {
    const live = await serve(acme);
    await check(live, "--no-negatives", "--allow-writes", "startJob", ...QUICK);
    expect(live.arrived).toContain("startJob");
    expect(live.arrived).not.toContain("cancelJob");
  });

  test("to where a redirect leads", async () => {
    const elsewhere = await serve(acme);
    const live = await serve(acme, (respond) => (request) => {
      if (!request.url.endsWith("/health")) return respond(request);
      return Promise.resolve({ status: 302, headers: { location: `${elsewhere.url}/health` } });
    });
    const run = await check(live, "--no-negatives", ...QUICK);
    expect([run.code, elsewhere.arrived]).toEqual([1, []]);
    expect(run.stdout).toContain(
      `302, a redirect to another host, ${new URL(elsewhere.url).origin}, that was refused`,
    );
  });

  test.each([
    {
      args: ["--allow-writes", "startJobs"],
      want: "error: no such operation: startJobs\n  where     --allow-writes",
    },
    { args: ["--lifecycle", "getHealth"], want: "error: getHealth starts nothing that can be followed" },
    { args: ["--target", "prod"], want: "error: no such target: prod" },
    { args: ["--cert", "a.pem"], want: "error: a client certificate needs its private key" },
    { args: ["--rate", "0"], want: "A number above 0 is expected" },
  ])("$args is explained, and nothing is sent", async ({ args, want }) => {
    const live = await serve(acme);
    const run = await check(live, ...args);
    expect([run.code, live.arrived]).toEqual([2, []]);
    expect(run.stderr).toContain(want);
  });

  test.each([
    "--mock",
    "--dry-run",
    "--lifecycle=startJob",
    "--allow-writes=startJob",
    "--allow-unknown-members",
  ])("%s without a service", async (option) => {
    const run = await settled(["check", FIXTURE, option]);
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("--url or --target with it")]);
  });
});

test("what a service must refuse and takes is found out", async () => {
  const live = await serve(acme, (respond) => async (request) => {
    const answer = await respond(request);
    return answer.status < 400
      ? answer
      : { status: 200, headers: { "content-type": "application/json" }, body: "{}" };
  });
  const run = await check(live, ...QUICK);
  expect(run.code).toBe(1);
  const failed = reportOf(run).checks.filter(({ verdict }) => verdict === "fail");
  expect(failed.map(({ operation, case: name }) => `${operation} ${name}`)).toEqual(
    expect.arrayContaining(["getJob without credentials", "getJob with depth=10, out of 1…9"]),
  );
});

const [session] = providers.filter(
  ({ document }) =>
    loginOperations(document).length > 0 &&
    documentedVariables(document).some(({ part }) => roleOf(part) === "password"),
);

test("a session that lapses is begun anew, once", async () => {
  const { name, document } = session as (typeof providers)[number];
  const logins = loginOperations(document);
  let seen = 0;
  const live: Live = await serve(document, (respond) => async (request, signal) => {
    seen += 1;
    if (seen === 12) live.sandbox.services[0]?.gate.lapse();
    return respond(request, signal);
  });
  const args = ["check", name, "--url", live.url, "--no-negatives", "--reporter", "json", ...QUICK];
  const run = await settled(args, { cwd: WORKSPACE, env: environmentOf(document) });
  expect(run.code).toBe(0);
  expect(reportOf(run).checks.filter(({ received }) => received.includes("not authorised"))).toEqual([]);
  const counts = Map.groupBy(
    live.arrived.filter((id) => logins.includes(id) && !isReadById(document, id)),
    (id) => id,
  );
  expect([...counts.values()].map(({ length }) => length)).toContain(2);
});

describe("4: a lifecycle that is left has a report", () => {
  const [provider] = providers;
  const { name, document } = provider as (typeof providers)[number];
  const [lifecycle] = documentedLifecycles(document);
  const start = lifecycle?.start.id ?? "";
  const follow = ["--lifecycle", start, "--allow-writes", start, "--interval", "20ms", "--reporter", "json"];
  /** It never ends. */
  const endless = () =>
    serve(document, (respond) => async (request, signal) => {
      const asked = findOperation(document, request).operation?.id;
      if (asked !== lifecycle?.poll.id) return respond(request, signal);
      return { status: 503, headers: {} };
    });

  test("at its deadline", async () => {
    const live = await endless();
    const args = ["check", name, "--url", live.url, ...follow, "--deadline", "1ms", ...QUICK];
    const run = await settled(args, { cwd: WORKSPACE, env: environmentOf(document) });
    expect(run.code).toBe(4);
    const { checks, cases } = reportOf(run);
    expect(checks.find((one) => one.case === "lifecycle")).toMatchObject({
      verdict: "skip",
      received: "the deadline of 1 ms passed: no status",
    });
    expect(cases?.map(({ operation }) => operation)).toEqual([start]);
  });

  test("by Ctrl-C", async () => {
    let child: ChildProcess | undefined;
    const live: Live = await serve(document, (respond) => async (request, signal) => {
      if (live.arrived.includes(start)) child?.kill("SIGINT");
      return respond(request, signal);
    });
    const args = ["check", name, "--url", live.url, ...follow, "--interval", "5s", ...QUICK];
    const run = await settled(args, {
      cwd: WORKSPACE,
      env: environmentOf(document),
      onStart: (started) => {
        child = started;
      },
    });
    expect(run.code).toBe(4);
    expect(reportOf(run).cases?.map(({ operation }) => operation)).toEqual([start]);
  });
});

describe("who has no client", () => {
  test("is told which services are known, if it is not one of them", async () => {
    const home = await mkdtemp(join(folder, "home-"));
    const run = await settled(["check", "acme-jobs", "--url", "http://127.0.0.1:1"], { cwd: home });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("no such provider: acme-jobs");
    expect(run.stderr).toMatch(/one of \S+, .*, or the path of an OpenAPI document/);
  });

  test("is taught where to get it, and does without it", async () => {
    const home = await mkdtemp(join(folder, "home-"));
    const specs = join(home, "specs", "acme-jobs");
    await mkdir(specs, { recursive: true });
    await writeFile(join(home, "pnpm-workspace.yaml"), "packages: []\n");
    await writeFile(join(specs, "openapi.yaml"), JSON.stringify(acme.root));
    const live = await serve(acme);
    const args = ["check", "acme-jobs", "--url", live.url, ...QUICK];
    const without = await settled(args, { cwd: home, env: OWN });
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining("or --no-client")]);
    expect(without.stderr).toContain("npm install --save-dev @settled/acme-jobs-client");
    const run = await settled([...args, "--no-client"], { cwd: home, env: OWN });
    expect(run.code).toBe(0);
  });
});

describe("settled env", () => {
  test.each(providers)("lists the variables of $name, and never a value", async ({ name, document }) => {
    const env = environmentOf(document);
    const run = await settled(["env", name], { cwd: WORKSPACE, env });
    expect(run.code).toBe(0);
    for (const { variables } of documentedVariables(document)) {
      for (const variable of variables) {
        expect(run.stdout).toMatch(new RegExp(`${variable} .* ${env[variable] ? "set" : "not set"}\n`));
      }
    }
    expect(run.stdout).toContain("SETTLED_ACCESS_KEY_SECRET");
    for (const secret of [...SECRETS, "development-key"]) expect(run.stdout).not.toContain(secret);
    expect(run.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("as JSON", async () => {
    const run = await settled(["env", FIXTURE, "--json"], { env: OWN });
    expect(JSON.parse(run.stdout)).toMatchObject({ provider: "acme-jobs", schemes: [] });
    expect(run.stdout).not.toContain("not-a-secret");
  });
});

describe("a configuration", () => {
  test("names the service, the ids and the limits; the command line beats it", async () => {
    const live = await serve(acme);
    const home = await mkdtemp(join(folder, "config-"));
    const config = `export default {
  targets: { staging: { url: ${JSON.stringify(live.url)}, ids: { jobId: "from-config" } } },
  limits: { rate: 500, budget: 6 } as { rate: number; budget: number },
  negatives: false,
};`;
    await writeFile(join(home, "settled.config.ts"), config);
    const args = ["check", FIXTURE, "--target", "staging", "--dry-run", "--reporter", "json"];
    const plan = JSON.parse((await settled(args, { cwd: home, env: OWN })).stdout);
    expect(plan).toMatchObject({ target: live.url, limits: { rate: 500, budget: 6 }, requests: 5 });
    // For programs: each operation by its documented path, too.
    const getJob = {
      operation: "getJob",
      path: "/jobs/{jobId}",
      asks: expect.stringContaining("from-config"),
    };
    expect(plan.operations).toContainEqual(expect.objectContaining(getJob));
    const beaten = JSON.parse((await settled([...args, "--budget", "3"], { cwd: home, env: OWN })).stdout);
    expect(beaten.limits.budget).toBe(3);
  });
});

test("a certificate is trusted by name, or not at all, or loudly", async () => {
  const live = await serve(acme, undefined, { https: true });
  const ca = join(folder, "ca.pem");
  await writeFile(ca, live.certificate ?? "");
  const plain = ["--no-negatives", "--retries", "0", ...QUICK];
  const [named, unnamed, insecure] = await Promise.all([
    check(live, "--ca", ca, ...plain),
    check(live, ...plain),
    check(live, "--insecure", ...plain),
  ]);
  expect([named.code, unnamed.code, insecure.code]).toEqual([0, 3, 0]);
  expect(insecure.stderr).toContain("WARNING: --insecure");
  expect(named.stderr).not.toContain("WARNING");
});
