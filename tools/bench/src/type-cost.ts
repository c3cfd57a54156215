import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ClientPackage } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { lowerQuartile } from "./lower-quartile.ts";
import { pinned } from "./pinned.ts";

const PAIRS = 7;

/** What TypeScript spends on a program of one call: wall time as a ratio to bare fetch, and instantiations. */
export async function measureTypes(client: ClientPackage, folder: string): Promise<Figure[]> {
  const { id } = client;
  // By its own type: what a call checks of its arguments is part of what it costs.
  const argumentsType = `${id.charAt(0).toUpperCase()}${id.slice(1)}Arguments`;
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
  };
  const project = async (name: string, source: string) => {
    await writeFile(join(folder, `${name}.ts`), source);
    await writeFile(
      join(folder, `${name}.json`),
      JSON.stringify({ compilerOptions: options, files: [`${name}.ts`] }),
    );
    return join(folder, `${name}.json`);
  };
  const bare = await project(
    "bare",
    `const answer: unknown = await (await fetch("https://a.example")).json();\nconsole.log(answer);\nexport {};\n`,
  );
  const call = await project(
    "call",
    `import { createClient, type ${argumentsType} } from "@settled/${client.name}-client";
declare const args: ${argumentsType};
const client = createClient({ baseUrl: "https://a.example" });
const result = await client.${id}({ ...args });
if (result.ok) console.log(result.data);
else console.log(result.status);
`,
  );
  const pairs = Array.from({ length: PAIRS }, () => [check(bare).seconds, check(call).seconds] as const);
  const base = lowerQuartile(pairs.map(([seconds]) => seconds));
  const ratio = lowerQuartile(pairs.map(([, seconds]) => seconds)) / base;
  const instantiations = check(call).instantiations - check(bare).instantiations;
  return [
    { client: client.name, measure: "tsc, one call", value: ratio, unit: "×", goal: 1.1 },
    {
      client: client.name,
      measure: "tsc, one call",
      value: instantiations,
      unit: "instantiations",
      goal: 3000,
    },
  ];
}

function check(project: string): { seconds: number; instantiations: number } {
  const before = process.hrtime.bigint();
  const command = pinned(process.execPath, [tsc, "-p", project, "--extendedDiagnostics"]);
  const { status, stdout } = spawnSync(...command, { encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - before) / 1e9;
  if (status !== 0) throw new Error(stdout);
  return { seconds, instantiations: Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]) };
}

// TypeScript 5, which most people have, and which counts instantiations in one thread.
const require = createRequire(new URL("../../codegen/package.json", import.meta.url));
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
