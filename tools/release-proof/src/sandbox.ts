import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { environment } from "./run.ts";

export interface Sandbox {
  /** Where the provider's service is. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the sandbox of the kit that is installed in `folder`, in a process of its own. */
export async function startSandbox(folder: string, provider: string): Promise<Sandbox> {
  const child = spawn(
    process.execPath,
    [join(folder, "node_modules/.bin/settled"), "sandbox", provider, "--port", "0"],
    {
      cwd: folder,
      env: { ...environment(), SETTLED_CACHE: join(folder, ".settled") },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const exit = once(child, "exit");
  const address = () => /^\S+ at (http:\S+)$/m.exec(output)?.[1];
  for (let attempt = 0; attempt < 600 && child.exitCode === null && !address(); attempt += 1) await wait(100);
  const close = async () => {
    child.kill();
    await exit;
  };
  const url = address();
  if (url !== undefined) return { url, close };
  await close();
  throw new Error(`the sandbox does not start: ${output}`);
}
