import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./clients.ts";
import { FIRST, pinned } from "./pinned.ts";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly baseUrl: string;
  /** What it has used of its core so far, all its threads together, in microseconds. */
  cpu(): number;
  /** What it holds of the machine's memory, in MB: how much of it was freed, the engine decides. */
  memory(): number;
  /** What of its heap is alive, in MB; only of one that was started to tell. */
  heap(): Promise<number>;
  stop(): void;
}

/** The sandbox of one provider, by its command line. */
export function startSandbox(provider: string): Promise<ServerProcess> {
  return start(sandboxOf(provider));
}

/** The same, which tells its heap. */
export function startWatchedSandbox(provider: string): Promise<ServerProcess> {
  const tell = new URL("processes/tell-heap.ts", import.meta.url).href;
  return start(["--expose-gc", "--import", tell, ...sandboxOf(provider)]);
}

function sandboxOf(provider: string): string[] {
  return [join(ROOT, "packages/conformance/src/cli.ts"), "sandbox", provider, "--port", "0"];
}

/** A server of fifteen lines that gives one answer, whatever it is asked. */
export function startBare(answer: { status: number; type: string; body: string }): Promise<ServerProcess> {
  return start([fileURLToPath(new URL("processes/bare.ts", import.meta.url)), JSON.stringify(answer)]);
}

async function start(args: readonly string[]): Promise<ServerProcess> {
  const command = pinned(process.execPath, args, FIRST);
  const child = spawn(...command, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const { pid = 0 } = child;
  return {
    baseUrl: await printedUrl(child),
    cpu: () => threadsOf(pid).reduce((sum, thread) => sum + nanoseconds(pid, thread), 0) / 1000,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1000,
    heap: async () => {
      child.send("heap");
      const [megabytes] = (await once(child, "message")) as [number];
      return megabytes;
    },
    stop: () => void child.kill(),
  };
}

async function printedUrl(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const [, url] = / at (http:\S+)\n/.exec(text) ?? [];
    if (url) return url;
  }
  throw new Error(`${child.spawnargs.join(" ")} printed no address`);
}

function threadsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`);
}

/** Of one thread, as the scheduler has counted them. */
function nanoseconds(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    // It has ended since.
    return 0;
  }
}
