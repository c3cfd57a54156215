import { existsSync } from "node:fs";
import type { Consumer } from "./consumer.ts";
import { extra } from "./installed.ts";
import { needed, type Proof, Skip } from "./proof.ts";
import { mustRun } from "./run.ts";
import { runInBrowser } from "./run-in-browser.ts";
import { runInWorker } from "./run-in-worker.ts";

const NODES = [
  { name: "Node 20", file: extra("node-20", ".bin/node") },
  { name: "Node 22", file: extra("node-22", ".bin/node") },
  { name: "Node 24", file: process.execPath },
  { name: "Node 26", file: extra("node-26", ".bin/node") },
];
/** The oldest that the kit promises, and what came after it. */
const KIT_NODES = [
  { name: "Node 22.12", file: extra("node-22.12", ".bin/node") },
  ...NODES.filter(({ name }) => name !== "Node 20"),
];
const OTHERS = [
  { name: "Bun", command: (bun: string) => [bun, "run"], file: extra("bun", ".bin/bun") },
  {
    name: "Deno",
    // Of all that Deno keeps from a program, this one may talk to the sandbox.
    command: (deno: string) => [
      deno,
      "run",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      "--node-modules-dir=manual",
    ],
    file: extra("deno", ".bin/deno"),
  },
];
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const DONE = "called and succeeded";

/** The same lines in every runtime, against the sandbox of the installed kit, which runs on every Node it promises. */
export async function proveRuntimes(
  { step }: Proof,
  { folder }: Consumer,
  provider: string,
  url: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const runtimes = [...NODES.map((node) => ({ ...node, command: (file: string) => [file] })), ...OTHERS];
  for (const { name, file, command } of runtimes) {
    await step("call and settle()", name, async () => {
      const words = [...command(needed(file, name)), "run.js", url];
      return expectDone(await mustRun(words, { cwd: folder, env, limit: 60_000 }));
    });
  }
  await step("call and settle()", "workerd", async () => expectDone(await inWorkerd(folder, url)));
  await step("call and settle()", "Chromium", async () => expectDone(await inChromium(folder, url)));
  for (const { name, file } of NODES) {
    await step("require()", name, async () => {
      const output = await mustRun([needed(file, name), "require.cjs"], { cwd: folder });
      return expectIn(output, "required function function function");
    });
  }
  for (const { name, file } of KIT_NODES) {
    await step("settled check", name, async () => {
      const words = ["node_modules/.bin/settled", "check", provider, "--reporter", "junit"];
      return expectIn(
        await mustRun([needed(file, name), ...words], { cwd: folder, env }),
        /<testsuites .*?>/,
      );
    });
  }
  for (const { name, file } of KIT_NODES) {
    await step("settled.config.ts", name, async () => {
      const live = ["--url", url, "--no-client", "--dry-run", "--config", "typed.config.ts"];
      const words = [needed(file, name), "node_modules/.bin/settled", "check", provider, ...live];
      return expectIn(await mustRun(words, { cwd: folder, env }), "of a budget of 7");
    });
  }
  await step("stack trace", "Node 24", async () => {
    const output = await mustRun([process.execPath, "stack.js"], { cwd: folder });
    // Functions as the sources name them.
    return expectIn(output, /at toMilliseconds \(.+-client\/dist\/index[\w-]*\.js:\d+:\d+\)/);
  });
}

/** @throws Skip if there is none. */
export async function inChromium(folder: string, url: string): Promise<string> {
  const chromium = CHROMIUM.find((path) => existsSync(path));
  if (!chromium) throw new Skip("there is no Chromium: apt-get install chromium");
  return runInBrowser(chromium, folder, url);
}

/** @throws Skip if it could not be had. */
export async function inWorkerd(folder: string, url: string): Promise<string> {
  return runInWorker(needed(extra("miniflare", "miniflare/dist/src/index.js"), "miniflare"), folder, url);
}

/** @throws with what was printed, unless the program came to its end. */
export function expectDone(output: string): string {
  return expectIn(output, DONE);
}

/** @throws with what was printed, unless what is expected is in it. */
export function expectIn(output: string, expected: string | RegExp): string {
  const found =
    typeof expected === "string" ? output.includes(expected) && expected : output.match(expected)?.[0];
  if (found) return found;
  throw new Error(`expected ${expected}, received:\n${output}`);
}
