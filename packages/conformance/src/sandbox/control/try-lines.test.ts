import { exec } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linkedJobs } from "../../../test/linked-jobs.ts";
import { type RunningServer, startServer } from "../../adapters/server.ts";
import { loadDocument } from "../../document/load-document.ts";
import { createSandbox, type Sandbox } from "../create-sandbox.ts";
import type { SandboxState } from "./describe-state.ts";

const run = promisify(exec);
const SPECS = fileURLToPath(new URL("../../../../../specs/", import.meta.url));
const folders = readdirSync(SPECS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const documents = [
  linkedJobs,
  ...(await Promise.all(folders.map(({ name }) => loadDocument(join(SPECS, name, "openapi.yaml"))))),
];
const hasCurl = await run("curl --version").then(
  () => true,
  () => false,
);

let sandbox: Sandbox;
let server: RunningServer;
let state: SandboxState;
beforeAll(async () => {
  sandbox = await createSandbox({ documents });
  server = await startServer(sandbox.respond);
  state = (await (await fetch(`${server.origin}/_settled`)).json()) as SandboxState;
}, 60_000);
afterAll(() => server.close());

const reason = hasCurl ? "" : ": skipped, since there is no curl";
test.skipIf(!hasCurl).each(documents.map(({ name }) => ({ name })))(
  `what the page says of $name works as it stands${reason}`,
  { timeout: 60_000 },
  async ({ name }) => {
    const lines = state.services.find((service) => service.name === name)?.try ?? [];
    const before = executionsOf(name);
    const statuses = [];
    for (const { curl } of lines)
      statuses.push((await run(`${curl} -sS -o /dev/null -w '%{http_code}'`)).stdout);
    const wanted = lines.map(
      ({ curl }) => /prefer: code=(\d+)/.exec(curl)?.[1] ?? expect.stringMatching(/^2/),
    );
    const starting = lines.filter(({ does }) => does.startsWith("starts an execution"));
    expect(lines.length).toBeGreaterThan(0);
    expect([statuses, executionsOf(name) - before]).toEqual([wanted, starting.length]);
    expect(sandbox.journal.list()).toEqual([]);
  },
);

test("some of them start an execution", () => {
  const starting = state.services
    .flatMap((service) => service.try)
    .filter(({ does }) => /^starts/.test(does));
  expect(starting.length).toBeGreaterThanOrEqual(3);
});

function executionsOf(name: string): number {
  const service = sandbox.services.find(({ document }) => document.name === name);
  return service?.world.executions().length ?? 0;
}
