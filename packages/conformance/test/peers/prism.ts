import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** Where `install.sh` puts what the tests compare with. */
const PEERS = process.env.SETTLED_PEERS ?? join(import.meta.dirname, "../../../../.cache/peers");
const CLI = join(PEERS, "node_modules/@stoplight/prism-cli/dist/index.js");

/** Why Prism cannot be compared with, if it cannot. */
export const missing: string | undefined = existsSync(CLI)
  ? undefined
  : "Prism is not installed: packages/conformance/test/peers/install.sh";

/** A mock server by somebody else. */
export interface Prism {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts Prism as a mock of a document. */
export async function startPrism(document: string): Promise<Prism> {
  const port = await freePort();
  const child = spawn(process.execPath, [CLI, "mock", "-v", "error", "-p", String(port), document], {
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilUp(origin, child);
  return {
    origin,
    async close() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function untilUp(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode}`);
    const up = await fetch(`${origin}/nowhere`).then(
      (response) => response.body?.cancel().then(() => true),
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error("Prism does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
