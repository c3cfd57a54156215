import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { CLI } from "./kit-start.ts";
import { median } from "./median.ts";
import { runNode } from "./run-process.ts";

const LINES = 20_000;
const REPEATS = 3;

/**
 * What it takes to judge the cassette of a run: of `settled check` on the sandbox, without a client, so that each check
 * judges anew; its cases over and over, until there are 20,000. Starting is a part of it, and so is the report. It is
 * the time of a core that does nothing else: that of all threads together.
 */
export async function measureJudging(provider: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "settled-bench-"));
  try {
    const cassette = join(folder, "run.jsonl");
    const report = (name: string) => ["--reporter", `${name}=${join(folder, "report")}`];
    const document = join(ROOT, "specs", provider, "openapi.yaml");
    const options = { cwd: ROOT, env: { SETTLED_CACHE: join(folder, "kept") } };
    runNode([CLI, "check", document, "--cassette", cassette, ...report("json")], options);
    await repeat(cassette);
    return ["pretty", "json"].map((name) => {
      const turns = Array.from({ length: REPEATS }, () =>
        runNode([CLI, "judge", cassette, ...report(name)], options),
      );
      const value = (1000 * median(turns.map(({ cpu }) => cpu))) / LINES;
      return {
        client: provider,
        measure: `an exchange judged, ${name} report`,
        value,
        unit: "µs",
        goal: 100,
      };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function repeat(cassette: string): Promise<void> {
  const [header = "", ...lines] = (await readFile(cassette, "utf8")).trimEnd().split("\n");
  const end = lines.pop() ?? "";
  const many = Array.from({ length: LINES }, (_, index) => lines[index % lines.length]);
  await writeFile(cassette, `${[header, ...many, end].join("\n")}\n`);
}
