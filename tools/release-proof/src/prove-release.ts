import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Consumer, createConsumer } from "./consumer.ts";
import { extra } from "./installed.ts";
import { PACKAGE_MANAGERS } from "./package-managers.ts";
import { createProof, needed, type Proof, type Row } from "./proof.ts";
import { proveOthers } from "./prove-others.ts";
import { expectIn, proveRuntimes } from "./prove-runtimes.ts";
import { proveTypes } from "./prove-types.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { type Release, release } from "./release.ts";
import { startSandbox } from "./sandbox.ts";
import { copyWorkspace } from "./workspace-copy.ts";

/**
 * Releases all packages to a registry on this machine, installs the client of one provider and the kit with every
 * package manager, runs them everywhere, and the other clients where that can differ; then releases once more and
 * upgrades.
 *
 * @param provider names a folder of `consumers`
 * @param show is told each row as it comes
 */
export async function proveRelease(provider: string, show: (row: Row) => void): Promise<readonly Row[]> {
  const proof = createProof(show);
  const folder = await mkdtemp(join(tmpdir(), "settled-proof-"));
  let registry: Registry | undefined;
  try {
    registry = await startRegistry(
      needed(extra("verdaccio", "verdaccio/bin/verdaccio"), "verdaccio"),
      folder,
    );
    const pnpm = needed(extra("pnpm", ".bin/pnpm"), "pnpm");
    const workspace = await copyWorkspace(join(folder, "workspace"), pnpm);
    const first = await release(proof, workspace, registry);
    if (!first) return proof.rows;
    const consumers = await install(proof, join(folder, "consumers"), provider, registry, first);
    const [consumer] = consumers;
    if (!consumer) return proof.rows;
    // Where a package finds only what it asks for itself, no type is found by luck.
    await proveTypes(proof, consumers.find(({ manager }) => manager.isStrict) ?? consumer);
    await proveOthers(proof, join(folder, "others"), provider, registry, first);
    const sandbox = await startSandbox(consumer.folder, [provider]);
    const url = sandbox.urlOf(provider);
    try {
      await proveRuntimes(proof, consumer, provider, url, registry.env);
      const client = `@settled/${provider}-client`;
      await workspace.change("second-release", { [client]: "minor" });
      const second = await release(proof, workspace, registry);
      if (second) await upgrade(proof, consumers, client, second, url);
    } finally {
      await sandbox.close();
    }
    return proof.rows;
  } finally {
    await registry?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function install(
  { step }: Proof,
  folder: string,
  provider: string,
  { env }: Registry,
  release: Release,
): Promise<Consumer[]> {
  const consumers: Consumer[] = [];
  for (const manager of PACKAGE_MANAGERS) {
    const { name } = manager;
    const own = join(folder, name.replaceAll(/\W+/g, "-"));
    const consumer = await createConsumer(own, provider, manager, {
      ...env,
      SETTLED_CACHE: join(folder, ".settled"),
    });
    const wanted = [`@settled/${provider}-client`, "@settled/conformance"];
    const isInstalled = await step("install", name, async () => {
      needed(manager.command, name);
      await consumer.add([...wanted.map((name) => `${name}@${release.get(name)}`), "@types/node@24.10.1"]);
      return wanted.map((name) => `${name} ${release.get(name)}`).join(", ");
    });
    if (!isInstalled) continue;
    consumers.push(consumer);
    const isFirst = consumers.length === 1;
    await step("settled check", name, async () => {
      // Mutants, which the table tells of, take most of the time, and are the same everywhere.
      if (isFirst)
        return expectIn(
          await consumer.execute(["settled", "check", provider]),
          new RegExp(`^${provider} .*`, "m"),
        );
      return expectIn(
        await consumer.execute(["settled", "check", provider, "--reporter", "junit"]),
        /<testsuites .*?>/,
      );
    });
  }
  return consumers;
}

async function upgrade(
  { step }: Proof,
  consumers: readonly Consumer[],
  client: string,
  release: Release,
  url: string,
): Promise<void> {
  for (const consumer of consumers) {
    await step("upgrade, then call and settle()", consumer.manager.name, async () => {
      await consumer.add([...(consumer.manager.afresh ?? []), `${client}@latest`]);
      const got = await consumer.node(["run.js", url]);
      const version = await consumer.node(["version.js"]);
      if (!version.includes(String(release.get(client))))
        throw new Error(`${version} instead of ${release.get(client)}`);
      return `${release.get(client)}: ${got.trim().split("\n").at(-1)}`;
    });
  }
}
