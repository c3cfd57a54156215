import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { environment, mustRun } from "./run.ts";

export interface Registry {
  /** Lets any package manager ask this registry, with caches of its own, and publish to it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts a registry on this machine that keeps what is published in `folder`, and has the rest from the registry that
 * npm is set to.
 *
 * @param verdaccio path of its command
 */
export async function startRegistry(verdaccio: string, folder: string): Promise<Registry> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const upstream = (await mustRun(["npm", "config", "get", "registry"], { cwd: folder })).match(
    /^https?:.*$/m,
  );
  await mkdir(join(folder, "storage"));
  await writeFile(join(folder, "verdaccio.json"), JSON.stringify(configure(folder, upstream?.[0] ?? "")));
  const child = spawn(
    process.execPath,
    [verdaccio, "--config", join(folder, "verdaccio.json"), "--listen", `127.0.0.1:${port}`],
    { cwd: folder, env: environment(), stdio: "ignore" },
  );
  const exit = once(child, "exit");
  await untilItAnswers(`${url}-/ping`, child);
  const close = async () => {
    child.kill();
    await exit;
  };
  return { env: await settings(url, folder), close };
}

function configure(folder: string, upstream: string): object {
  const own = { access: "$all", publish: "$all", unpublish: "$all" };
  return {
    storage: join(folder, "storage"),
    // A long wait costs less than a proof that fails since the upstream was slow once.
    uplinks: { upstream: { url: upstream, timeout: "60s", maxage: "60m", max_fails: 100 } },
    packages: { "@settled/*": own, "**": { access: "$all", proxy: "upstream" } },
    // A packed kit is larger than what a body may be by default with an eye on memory.
    max_body_size: "50mb",
    web: { enable: false },
    log: { type: "file", path: join(folder, "verdaccio.log"), level: "warn", format: "json" },
  };
}

async function settings(url: string, folder: string): Promise<Record<string, string>> {
  const npmrc = join(folder, "npmrc");
  // npm publishes with a token or not at all; this registry takes any.
  await writeFile(npmrc, `registry=${url}\n${url.replace("http:", "")}:_authToken=anyone\n`);
  return {
    NPM_CONFIG_USERCONFIG: npmrc,
    NPM_CONFIG_REGISTRY: url,
    NPM_CONFIG_CACHE: join(folder, "npm-cache"),
    NPM_CONFIG_STORE_DIR: join(folder, "pnpm-store"),
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
    NPM_CONFIG_AUDIT: "false",
    NPM_CONFIG_FUND: "false",
    XDG_CACHE_HOME: join(folder, "cache"),
    YARN_NPM_REGISTRY_SERVER: url.replace(/\/$/, ""),
    YARN_UNSAFE_HTTP_WHITELIST: "127.0.0.1",
    YARN_GLOBAL_FOLDER: join(folder, "yarn"),
    YARN_ENABLE_TELEMETRY: "0",
    YARN_NPM_MINIMAL_AGE_GATE: "0",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    BUN_CONFIG_REGISTRY: url,
    BUN_INSTALL_CACHE_DIR: join(folder, "bun-cache"),
    DENO_DIR: join(folder, "deno"),
    DENO_NO_UPDATE_CHECK: "1",
  };
}

async function untilItAnswers(address: string, child: { readonly exitCode: number | null }): Promise<void> {
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt += 1) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await wait(200);
  }
  throw new Error("the registry does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
