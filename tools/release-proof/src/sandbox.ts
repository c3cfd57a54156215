import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { environment } from "./run.ts";

export interface Sandbox {
  /** Where the service of a provider is. @throws unless it was asked for */
  urlOf(provider: string): string;
  close(): Promise<void>;
}

/** Starts the sandbox of the kit that is installed in `folder`, in a process of its own. */
export async function startSandbox(folder: string, providers: readonly string[]): Promise<Sandbox> {
  const child = spawn(
    process.execPath,
    [join(folder, "node_modules/.bin/settled"), "sandbox", ...providers, "--port", "0"],
    {
      cwd: folder,
      env: { ...environment(), SETTLED_CACHE: join(folder, ".settled") },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const exit = once(child, "exit");
  const addresses = () =>
    new Map([...output.matchAll(/^(\S+) at (http:\S+)$/gm)].map(([, ...pair]) => pair) as [string, string][]);
  const isReady = () => addresses().size === providers.length;
  for (let attempt = 0; attempt < 600 && child.exitCode === null && !isReady(); attempt += 1) await wait(100);
  const close = async () => {
    child.kill();
    await exit;
  };
  if (!isReady()) {
    await close();
    throw new Error(`the sandbox does not start: ${output}`);
  }
  const urls = addresses();
  const urlOf = (provider: string) => {
    const url = urls.get(provider);
    if (url === undefined) throw new Error(`no service of ${provider} was asked for`);
    return url;
  };
  return { urlOf, close };
}
