import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Entry } from "har-format";
import { describe, expect, test, vi } from "vitest";
import { startServer } from "../src/adapters/server.ts";
import { findProvider } from "../src/commands/find-provider.ts";
import type { Document } from "../src/document/document.ts";
import { isRead } from "../src/document/is-read.ts";
import { documentedVariables } from "../src/live/environment.ts";
import { loginOperations } from "../src/live/login-operations.ts";
import type { Report } from "../src/report/report.ts";
import { roleOf } from "../src/sandbox/access/input-role.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath } from "../src/sandbox/find-operation.ts";
import { formatHar, harEntry } from "./har-of.ts";
import { documents } from "./providers.ts";
import { type CliRun, runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const WORKSPACE = fileURLToPath(new URL("../../..", import.meta.url));
const QUICK = ["--rate", "500", "--budget", "2000", "--reporter", "json"];

vi.setConfig({ testTimeout: 180_000 });

const folder = sharedFolder();

/** Good credentials, in the variables that the document names. */
function environmentOf(document: Document): Record<string, string> {
  const values = { username: "developer", password: "not-a-password", token: "", other: "" };
  const keys: Record<string, string> = { accessKeyId: "development-key", accessKeySecret: "not-a-secret" };
  const entries = documentedVariables(document).flatMap(({ part, variables: [first = ""] }) => {
    const value = keys[part] ?? (part === "securityToken" ? "" : values[roleOf(part)]);
    return value === "" ? [] : [[first, value]];
  });
  return Object.fromEntries(entries);
}

interface Way {
  readonly as: "documented" | "observed";
  /** Whether the certificate is named, or any is taken. */
  readonly trust: "--ca" | "--insecure";
  /** How the answers to one operation are broken. */
  readonly mutant?: string;
}

/** What the live run says, its cassette, and the HAR of one who stood between. */
async function judgeThrice(name: string, { as, trust, mutant }: Way) {
  const { document, errata } = await findProvider(name, WORKSPACE);
  const spoken = as === "observed" ? await errata.observed() : document;
  const { respond, rules } = await createSandbox({ documents: [spoken] });
  const [broken] = document.operations.filter(
    (one) => isRead(document, one) && !loginOperations(document).includes(one.id),
  );
  if (mutant !== undefined) rules.add({ operation: broken?.id ?? "", mutant });
  const passed: Entry[] = [];
  const server = await startServer(
    async (request, signal) => {
      const answer = await respond(request, signal);
      passed.push(harEntry(request, answer));
      return answer;
    },
    { https: true },
  );
  const file = (ending: string) => join(folder, `${name} ${as} ${mutant}.${ending}`);
  await writeFile(file("pem"), server.certificate ?? "");
  const url = `${server.origin}${defaultBasePath(document)}`;
  const env = { ...environmentOf(document), SETTLED_CACHE: join(folder, "cache") };
  const run = (...args: string[]): Promise<CliRun> => runCli(args, { cwd: WORKSPACE, env });
  const trusting = trust === "--ca" ? ["--ca", file("pem")] : ["--insecure"];
  const taped = ["--cassette", file("jsonl")];
  const live = await run("check", name, "--url", url, ...trusting, ...taped, ...QUICK).finally(() =>
    server.close(),
  );
  const asked = askedBy(live);
  const entries = passed.filter(({ request }) => asked.has(`${request.method} ${request.url}`));
  await writeFile(file("har"), formatHar(entries));
  const judge = (path: string, ...args: string[]) => run("judge", path, ...args, "--reporter", "json");
  const cassette = await judge(file("jsonl"));
  const har = await judge(file("har"), "--provider", name, "--url", url);
  return { live, cassette, har };
}

/** What a run says something of: not what a client asks by itself to get a token, nor what proves nothing either way. */
function askedBy({ stdout }: CliRun): Set<string> {
  const { checks, cases = [] } = JSON.parse(stdout) as Report;
  const told = checks.filter(({ verdict }) => verdict !== "skip");
  const names = new Set(told.map((one) => `${one.operation} ${one.case}`));
  const own = cases.filter((one) => names.has(`${one.operation} ${one.case}`));
  return new Set(own.map(({ request }) => `${request.method} ${request.url}`));
}

/** What is said of answers, by operation, status and check; nobody tells a HAR what was asked for, and why. */
function verdictsOf({ stdout }: CliRun): string[] {
  const { checks, cases = [] } = JSON.parse(stdout) as Report;
  const statuses = new Map(cases.map((one) => [`${one.operation} ${one.case}`, one.response?.status]));
  const told = checks.flatMap(({ check, operation, case: name, verdict, errata = [] }) => {
    const status = statuses.get(`${operation} ${name}`);
    const isOfAnswer = !["request", "client-result", "authentication"].includes(check);
    if (!isOfAnswer || verdict === "skip" || status === undefined) return [];
    return [`${operation} ${status} ${check} ${verdict} ${errata}`];
  });
  return [...new Set(told)].sort();
}

describe.each(documents.map(({ source }) => ({ name: source.split("/").at(-2) ?? "" })))(
  "$name, over HTTPS with a certificate of its own,",
  ({ name }) => {
    test.each<Way & { readonly code: number }>([
      { as: "documented", trust: "--ca", code: 0 },
      { as: "observed", trust: "--insecure", mutant: "status-teapot", code: 1 },
    ])("is judged alike live, by its cassette and by a HAR: $as $trust $mutant", async (way) => {
      const { live, cassette, har } = await judgeThrice(name, way);
      expect([live.code, cassette.code, har.code]).toEqual([way.code, way.code, way.code]);
      expect(cassette.stdout).toBe(live.stdout);
      const verdicts = verdictsOf(live);
      expect(verdictsOf(har)).toEqual(verdicts);
      expect(verdicts.length).toBeGreaterThan(10);
      expect(verdicts.some((one) => one.includes(" fail "))).toBe(way.mutant !== undefined);
      expect(live.stderr.includes("WARNING: --insecure")).toBe(way.trust === "--insecure");
    });
  },
);
