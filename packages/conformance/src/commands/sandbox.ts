import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "../adapters/server.ts";
import { openStateFile } from "../adapters/state-file.ts";
import { explainPreference } from "../sandbox/control/explain-preference.ts";
import { createSandbox, type Sandbox } from "../sandbox/create-sandbox.ts";
import type { Latency } from "../sandbox/latency.ts";
import type { Pace } from "../sandbox/world/world.ts";
import { TeachingError } from "../teaching-error.ts";
import { describeSandbox } from "./describe-sandbox.ts";
import { findProvider } from "./find-provider.ts";

export interface SandboxCommand {
  readonly port: number;
  readonly as: "documented" | "observed";
  readonly seed?: number;
  readonly https?: boolean;
  /** Path of the file that it goes on from, and writes to. */
  readonly state?: string;
  readonly pace?: Pace;
  /** How long a session lives, in milliseconds. */
  readonly session?: number;
  readonly latency?: Latency;
  /** Requests in a second. */
  readonly rate?: number;
  /** Name of the answer mutant that every answer is broken by. */
  readonly mutant?: string;
}

/** `settled sandbox`: serves what documents document, or what was seen to differ, until it is interrupted. */
export async function sandbox(
  names: readonly string[],
  options: SandboxCommand,
  signal: AbortSignal,
): Promise<number> {
  const running = await create(names, options);
  const { state: path, https = false, port } = options;
  const file = path === undefined ? undefined : await openStateFile(path, running, console.error);
  breakBy(running, options.mutant);
  for (const name of file?.afresh ?? [])
    console.error(`${name} begins afresh: ${path} is of another document`);
  const server = await startServer(running.respond, { port, https }).catch(async (error: Error) => {
    await file?.close();
    throw error;
  });
  const certificate = await writeCertificate(server, path);
  console.log(await describeSandbox(running, server.origin, certificate?.path));
  if (!signal.aborted) {
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  }
  await server.close();
  await file?.close();
  await certificate?.remove();
  return 0;
}

async function create(names: readonly string[], options: SandboxCommand): Promise<Sandbox> {
  const { as, seed, pace, session: sessionLifetime, latency, rate, mutant } = options;
  const providers = await Promise.all(names.map((name) => findProvider(name)));
  const lesson = explainPreference({ ...(mutant !== undefined && { mutant }) });
  if (lesson) throw new TeachingError({ ...lesson, where: "--mutant", example: "--mutant members-none" });
  return createSandbox({
    bases: "documented",
    documents: await Promise.all(
      providers.map(({ document, errata }) => (as === "observed" ? errata.observed() : document)),
    ),
    ...(seed !== undefined && { seed }),
    ...(pace && { pace }),
    ...(sessionLifetime !== undefined && { sessionLifetime }),
    ...(latency && { latency }),
    ...(rate !== undefined && { rate }),
  });
}

/** A state that was kept may hold the rule already. */
function breakBy({ rules }: Sandbox, mutant: string | undefined): void {
  const isEverywhere = rules.list().some((rule) => rule.mutant === mutant && rule.operation === undefined);
  if (mutant !== undefined && !isEverywhere) rules.add({ mutant });
}

interface WrittenCertificate {
  readonly path: string;
  remove(): Promise<void>;
}

/** Beside the state, so that it is found again; else in a folder of its own, which goes with the sandbox. */
async function writeCertificate(
  { certificate }: RunningServer,
  state: string | undefined,
): Promise<WrittenCertificate | undefined> {
  if (certificate === undefined) return undefined;
  const folder = state === undefined ? await mkdtemp(join(tmpdir(), "settled-")) : undefined;
  const path = folder === undefined ? `${state}.certificate.pem` : join(folder, "certificate.pem");
  await writeFile(path, certificate);
  const remove = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  return { path, remove };
}
