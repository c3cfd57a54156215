import { globSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createConsumer } from "./consumer.ts";
import { extra, ROOT } from "./installed.ts";
import { PACKAGE_MANAGERS } from "./package-managers.ts";
import { programOf } from "./program-of.ts";
import { needed, type Proof } from "./proof.ts";
import { expectDone, inChromium, inWorkerd } from "./prove-runtimes.ts";
import { proveTypes } from "./prove-types.ts";
import type { Registry } from "./registry.ts";
import type { Release } from "./release.ts";
import { mustRun } from "./run.ts";
import { startSandbox } from "./sandbox.ts";

/** What a user sees of each client besides: it runs on every runtime, so this is on those that differ most. */
interface Other {
  readonly provider: string;
  readonly client: string;
  readonly folder: string;
  /** Whether its requests are signed: each runtime has a cryptography of its own. */
  readonly signs: boolean;
}

/**
 * Installs the clients of all other providers side by side, compiles what their READMEs show, and runs the one of these
 * examples that starts something and waits for it.
 */
export async function proveOthers(
  proof: Proof,
  folder: string,
  first: string,
  { env }: Registry,
  release: Release,
): Promise<void> {
  const { step } = proof;
  const [npm] = PACKAGE_MANAGERS;
  if (!npm) return;
  const consumer = await createConsumer(folder, undefined, npm, env);
  const others = await writeOthers(folder, first);
  const wanted = [...others.map(({ client }) => client), "@settled/conformance"];
  const isInstalled = await step("install all others", npm.name, async () => {
    await consumer.add([...wanted.map((name) => `${name}@${release.get(name)}`), "@types/node@24.10.1"]);
    return others.map(({ provider }) => provider).join(", ");
  });
  if (!isInstalled) return;
  const usages = others.map(({ provider }) => `${provider}/usage.ts`);
  await proveTypes(proof, consumer, [{ name: "READMEs", files: usages }], /5\.4|7$/);
  const sandbox = await startSandbox(
    folder,
    others.map(({ provider }) => provider),
  );
  try {
    for (const other of others) await runOther(proof, other, sandbox.urlOf(other.provider));
  } finally {
    await sandbox.close();
  }
}

async function writeOthers(folder: string, first: string): Promise<Other[]> {
  const others: Other[] = [];
  for (const file of globSync("packages/*-client/test/usage.ts", { cwd: ROOT }).sort()) {
    const [, provider = ""] = /packages[\\/](.*)-client/.exec(file) ?? [];
    const usage = await readFile(join(ROOT, file), "utf8");
    if (provider === first || !usage.includes(".run(")) continue;
    const client = `@settled/${provider}-client`;
    const own = join(folder, provider);
    await mkdir(own);
    await cp(join(ROOT, file), join(own, "usage.ts"));
    await writeFile(join(own, "program.js"), programOf(usage, client));
    await writeFile(join(own, "run.js"), RUN);
    others.push({ provider, client, folder: own, signs: usage.includes("accessKey(") });
  }
  return others;
}

const RUN = 'import { program } from "./program.js";\n\nconsole.log(await program(process.argv[2]));\n';

async function runOther({ step }: Proof, { provider, folder, signs }: Other, url: string): Promise<void> {
  const part = `run() of ${provider}`;
  await step(part, "Node 20", async () => {
    const words = [needed(extra("node-20", ".bin/node"), "Node 20"), "run.js", url];
    return expectDone(await mustRun(words, { cwd: folder, limit: 60_000 }));
  });
  if (!signs) return;
  await step(part, "workerd", async () => expectDone(await inWorkerd(folder, url)));
  await step(part, "Chromium", async () => expectDone(await inChromium(folder, url)));
}
