import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { FIRST, pinned } from "./pinned.ts";

/**
 * What one call costs in CPU time, as a ratio to bare `fetch` of the same request, against a server in another process
 * and on another core. It is measured as the goals were, which are from measurements of other clients: pairs of 5,000
 * calls, and the median of their ratios.
 */
export async function measureCalls(client: ClientPackage, folder: string): Promise<Figure[]> {
  const { name, id, args } = client;
  const server = start("serve.ts", folder, name, id, JSON.stringify(args));
  try {
    const port = Number(await firstLine(server));
    const figures: Figure[] = [];
    for (const signed of client.signs ? [false, true] : [false]) {
      const task = JSON.stringify({ name, folder, id, args, port, signed });
      const ratios = JSON.parse(await firstLine(start("call.ts", task))) as { one: number; many: number };
      const kind = signed ? "CPU of a signed call" : "CPU of a call";
      figures.push(
        {
          client: name,
          measure: `${kind}, one at a time`,
          value: ratios.one,
          unit: "×",
          goal: signed ? 1.35 : 1.25,
        },
        {
          client: name,
          measure: `${kind}, 50 in flight`,
          value: ratios.many,
          unit: "×",
          goal: signed ? 1.35 : 1.3,
        },
      );
    }
    return figures;
  } finally {
    server.kill();
  }
}

function start(script: string, ...args: string[]): ChildProcess {
  const path = fileURLToPath(new URL(`processes/${script}`, import.meta.url));
  const core = script === "serve.ts" ? FIRST : undefined;
  return spawn(...pinned(process.execPath, [path, ...args], core), { stdio: ["ignore", "pipe", "inherit"] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes("\n")) break;
  }
  if (!text.includes("\n")) {
    const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    throw new Error(`${child.spawnargs[1]} ended with ${code}`);
  }
  return text;
}
