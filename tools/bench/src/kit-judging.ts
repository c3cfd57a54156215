import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { CLI } from "./kit-start.ts";
import { median } from "./median.ts";
import { runNode } from "./run-process.ts";

const LINES = 20_000;
const MORE = 60_000;
const REPEATS = 3;

/**
 * What it takes to judge the cassette of a run: of `settled check` on the sandbox, without a client, so that each check
 * judges anew; its cases over and over, until there are 20,000. Starting is a part of it, and so is the report. It is
 * the time of a core that does nothing else: that of all threads together. And what a further one takes, once all is
 * warm: by how much 60,000 cost more.
 */
export async function measureJudging(provider: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "settled-bench-"));
  try {
    const cassette = join(folder, "run.jsonl");
    const report = (name: string) => ["--reporter", `${name}=${join(folder, "report")}`];
    const document = join(ROOT, "specs", provider, "openapi.yaml");
    const options = { cwd: ROOT, env: { SETTLED_CACHE: join(folder, "kept") } };
    runNode([CLI, "check", document, "--cassette", cassette, ...report("json")], options);
    const long = join(folder, "long.jsonl");
    await repeat(cassette, long, MORE);
    await repeat(cassette, cassette, LINES);
    const costOf = (name: string, file: string) => {
      const turns = Array.from({ length: REPEATS }, () =>
        runNode([CLI, "judge", file, ...report(name)], options),
      );
      return 1000 * median(turns.map(({ cpu }) => cpu));
    };
    return ["pretty", "json"].flatMap((name) => {
      const cost = costOf(name, cassette);
      const further = (costOf(name, long) - cost) / (MORE - LINES);
      const figure = (measure: string, value: number): Figure => ({
        client: provider,
        measure: `${measure} judged, ${name} report`,
        value,
        unit: "µs",
        goal: 100,
      });
      return [figure("an exchange", cost / LINES), figure("a further exchange", further)];
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function repeat(cassette: string, to: string, times: number): Promise<void> {
  const [header = "", ...lines] = (await readFile(cassette, "utf8")).trimEnd().split("\n");
  const end = lines.pop() ?? "";
  const many = Array.from({ length: times }, (_, index) => lines[index % lines.length]);
  await writeFile(to, `${[header, ...many, end].join("\n")}\n`);
}
