import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startServer } from "../src/adapters/server.ts";
import type { Document } from "../src/document/document.ts";
import { documentedVariables } from "../src/live/environment.ts";
import { loginOperations } from "../src/live/login-operations.ts";
import type { Report } from "../src/report/report.ts";
import { roleOf } from "../src/sandbox/access/input-role.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";
import { defaultBasePath, findOperation } from "../src/sandbox/find-operation.ts";
import { document as acme, FIXTURE } from "./acme-jobs.ts";
import { documents } from "./providers.ts";
import { runCli } from "./settled-cli.ts";
import { sharedFolder } from "./temporary-folder.ts";

const WORKSPACE = fileURLToPath(new URL("../../..", import.meta.url));
const QUICK = ["--rate", "500"];
const TOKEN = { SETTLED_TOKEN: "not-a-token" };

vi.setConfig({ testTimeout: 60_000 });

const folder = sharedFolder();
const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

const settled = (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = WORKSPACE) =>
  runCli(args, { cwd, env: { SETTLED_CACHE: join(folder, "cache"), ...env } });

/** A sandbox behind a real server, and the operations that arrive. */
async function serve(
  document: Document,
  https = false,
): Promise<{ url: string; arrived: string[]; certificate: string | undefined }> {
  const { respond } = await createSandbox({ documents: [document] });
  const arrived: string[] = [];
  const server = await startServer(
    (request, signal) => {
      arrived.push(findOperation(document, request).operation?.id ?? request.url);
      return respond(request, signal);
    },
    { https },
  );
  closing.push(() => server.close());
  return { url: `${server.origin}${defaultBasePath(document)}`, arrived, certificate: server.certificate };
}

const nameOf = ({ source }: Document) => source.split("/").at(-2) ?? "";

/** The vendor's variables with a password that is not right. */
function mistyped(document: Document): Record<string, string> {
  const values = { username: "developer", password: "mistyped", token: "", other: "" };
  const entries = documentedVariables(document).flatMap(({ part, variables: [first = ""] }) => {
    const value = values[roleOf(part)];
    return value === "" ? [] : [[first, value]];
  });
  return Object.fromEntries(entries);
}

const withPassword = documents.filter(
  (one) => loginOperations(one).length > 0 && Object.values(mistyped(one)).includes("mistyped"),
);

describe.each(withPassword.map((document) => ({ name: nameOf(document), document })))(
  "$name, with a mistyped password",
  ({ name, document }) => {
    test("one login is tried, and that is what the report says", async () => {
      const { url, arrived } = await serve(document);
      const html = join(folder, `${name}.html`);
      const cassette = join(folder, `${name}.jsonl`);
      const outputs = ["--reporter", "json", "--reporter", `html=${html}`, "--cassette", cassette];
      const env = mistyped(document);
      const run = await settled(["check", name, "--url", url, ...outputs, ...QUICK], env);
      const report = JSON.parse(run.stdout) as Report;
      expect(run.code).toBe(3);
      expect(arrived.filter((id) => loginOperations(document).includes(id))).toHaveLength(1);
      expect(report.run?.unproved).toMatch(
        /^not authorised: login refused: 4\d\d .*from .*; asked by .* as dev…/,
      );
      expect([report.verdicts.fail, report.verdicts.vacuous]).toEqual([0, 0]);
      expect(run.stderr).toContain(`nothing was proved of ${name} at ${url}: not authorised: login refused`);
      expect(await readFile(html, "utf8")).toContain("– not authorised</title>");
      const again = await settled(["judge", cassette, "--reporter", "json"]);
      expect([again.code, (JSON.parse(again.stdout) as Report).run?.unproved]).toEqual([
        3,
        report.run?.unproved,
      ]);
      expect(`${run.stdout}${run.stderr}${again.stdout}`).not.toContain("mistyped");
    });
  },
);

describe("what is wrong on the command line is told before anything is sent", () => {
  test.each([
    {
      args: ["--param", "jobID=7", "--param", "jobI=8"],
      want: /no operation has a parameter jobID[\s\S]*the nearest are jobId, /,
    },
    { args: ["--param", "=7"], want: /not a parameter: =7/ },
    { args: ["--ca", FIXTURE], want: /acme-jobs\.yaml holds no certificate[\s\S]*--ca[\s\S]*PEM/ },
    { args: ["--ca", "missing.pem"], want: /cannot read missing\.pem: ENOENT/ },
  ])("$args", async ({ args, want }) => {
    const { url, arrived } = await serve(acme);
    const run = await settled(["check", FIXTURE, "--url", url, ...args], TOKEN, folder);
    expect([run.code, arrived]).toEqual([2, []]);
    expect(run.stderr).toMatch(want);
  });

  test("also a certificate that is cut off", async () => {
    const { url, certificate = "" } = await serve(acme, true);
    const ca = join(folder, "cut.pem");
    await writeFile(ca, certificate.replace(/\n[^-\n]{20,}\n/, "\n"));
    const run = await settled(["check", FIXTURE, "--url", url, "--ca", ca], TOKEN, folder);
    expect([run.code, run.stderr]).toEqual([
      2,
      expect.stringContaining("cut.pem holds a broken certificate"),
    ]);
  });
});

test("a member of a body can be given, too", async () => {
  const { url } = await serve(acme);
  const args = ["check", FIXTURE, "--url", url, "--param", "priority=3", "--dry-run"];
  expect((await settled(args, TOKEN, folder)).code).toBe(0);
});

test("a certificate of its own is not trusted, and --ca and --insecure are named", async () => {
  const { url, arrived } = await serve(acme, true);
  const run = await settled(["check", FIXTURE, "--url", url, "--retries", "0", ...QUICK], TOKEN, folder);
  expect([run.code, arrived]).toEqual([3, []]);
  expect(run.stdout).toMatch(/nothing was proved of .*: unreachable: .*--ca <file> .*--insecure/);
});

test("a dry run says what is asked for, with the ids, and as whom", async () => {
  const { url, arrived } = await serve(acme);
  const args = [
    "check",
    FIXTURE,
    "--url",
    url,
    "--dry-run",
    "--param",
    "jobId=mine",
    "--allow-writes",
    "startJob",
  ];
  const env = { SETTLED_USERNAME: "administrator", SETTLED_PASSWORD: "not-a-password" };
  const { code, stdout } = await settled(args, env, folder);
  expect([code, arrived]).toEqual([0, []]);
  expect(stdout).toContain("credentials  AcmeBasic, user admi…\n");
  expect(stdout).toMatch(/ {2}GET {4}getJob .*\n {9}\S*\/jobs\/mine\n/);
  expect(stdout).toMatch(/held back .*cancelJob.*: no reads; --allow-writes/);
  expect(stdout).not.toMatch(/administrator|not-a-password/);
});

test("settled --version", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect(await settled(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test.each(documents.map(nameOf))("settled env %s: in columns", async (name) => {
  const { stdout } = await settled(["env", name]);
  const lines = stdout.split("\n").filter((line) => line.endsWith(" set"));
  expect(new Set(lines.map((line) => line.lastIndexOf(" not set"))).size).toBe(1);
});
