import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { measureInstallation } from "./installed-size.ts";
import { CLI } from "./kit-start.ts";
import { median } from "./median.ts";
import { runNode } from "./run-process.ts";
import { startSandbox } from "./server-process.ts";

const REPEATS = 5;
// What the sandbox's documentation gives everybody.
const CREDENTIALS = {
  SETTLED_USERNAME: "developer",
  SETTLED_PASSWORD: "not-a-password",
  SETTLED_TOKEN: "not-a-token",
  SETTLED_ACCESS_KEY_ID: "development-key",
  SETTLED_ACCESS_KEY_SECRET: "not-a-secret",
};

/** What a live run against the provider's sandbox takes, through the client as it is installed. */
export async function measureProvider(client: ClientPackage): Promise<Figure[]> {
  const { name } = client;
  const server = await startSandbox(name);
  const { folder, remove } = await measureInstallation(client).catch((error: unknown) => {
    server.stop();
    throw error;
  });
  try {
    const report = join(folder, "report.json");
    const options = {
      cwd: folder,
      env: { ...CREDENTIALS, SETTLED_CACHE: join(folder, "kept") },
      // A case may fail, or prove nothing: it is asked with the document's ids.
      codes: [0, 1, 3],
    };
    const check = [CLI, "check", name, "--url", server.baseUrl, "--rate", "1000000", "--budget", "100000"];
    const turn = (...more: string[]) => runNode([...check, ...more], options);
    turn("--reporter", `json=${report}`);
    const { cases } = JSON.parse(await readFile(report, "utf8")) as { cases: readonly unknown[] };
    const turns = Array.from({ length: REPEATS }, () => [turn("--dry-run"), turn()] as const);
    const start = median(turns.map(([plan]) => plan.wall));
    const whole = median(turns.map(([, run]) => run.wall));
    await rm(report);
    return [
      { client: name, measure: "live run, until the plan", value: start, unit: "ms" },
      {
        client: name,
        measure: `${cases.length} requests, each`,
        value: (whole - start) / cases.length,
        unit: "ms",
      },
      {
        client: name,
        measure: "memory at its peak",
        value: median(turns.map(([, run]) => run.memory)),
        unit: "MiB",
      },
    ];
  } finally {
    server.stop();
    await remove();
  }
}
