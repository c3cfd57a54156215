import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./clients.ts";
import type { Figure } from "./figure.ts";
import { ANSWER, documentOf } from "./kit-document.ts";
import { median } from "./median.ts";
import { runNode, type Usage } from "./run-process.ts";
import { startBare } from "./server-process.ts";

/** The command as it is published. */
export const CLI: string = join(ROOT, "packages/conformance/dist/cli.js");

const REPEATS = 15;
const FEW = 5;
const MANY = 105;

/**
 * What a short live run costs, beside the same requests by bare `fetch`, turn by turn: `settled check` of five
 * operations in a fresh process; with nothing kept from before; and of a hundred more.
 */
export async function measureStart(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "settled-bench-"));
  const server = await startBare(ANSWER);
  try {
    const few = join(folder, "few.yaml");
    const many = join(folder, "many.yaml");
    await writeFile(few, documentOf(FEW));
    await writeFile(many, documentOf(MANY));
    const warm = { env: { SETTLED_CACHE: join(folder, "kept") } };
    const check = (file: string) => [CLI, "check", file, "--url", server.baseUrl, ...UNHURRIED];
    let colds = 0;
    const turns: Record<string, () => Usage> = {
      node: () => runNode(["-e", "0"]),
      fetch: () => runNode(["-e", fetches(server.baseUrl, 1)]),
      fetches: () => runNode(["-e", fetches(server.baseUrl, FEW)]),
      manyFetches: () => runNode(["-e", fetches(server.baseUrl, MANY)]),
      help: () => runNode([CLI, "--help"], warm),
      few: () => runNode(check(few), warm),
      many: () => runNode(check(many), warm),
      cold: () => runNode(check(few), { env: { SETTLED_CACHE: join(folder, `cold-${colds++}`) } }),
    };
    return figuresOf(takeTurns(turns));
  } finally {
    server.stop();
    await rm(folder, { recursive: true });
  }
}

// As fast as it goes, and what is right alone: five operations are five requests.
const UNHURRIED = ["--no-negatives", "--rate", "1000000"];

function fetches(url: string, count: number): string {
  return `(async () => { for (let n = 0; n < ${count}; n++) await (await fetch("${url}/jobs0/7")).json(); })()`;
}

/** The first round fills caches, those of the system too. */
function takeTurns(turns: Readonly<Record<string, () => Usage>>): Record<string, Usage[]> {
  const taken: Record<string, Usage[]> = Object.fromEntries(Object.keys(turns).map((name) => [name, []]));
  for (let round = 0; round <= REPEATS; round++) {
    for (const [name, turn] of Object.entries(turns)) {
      const usage = turn();
      if (round > 0) taken[name]?.push(usage);
    }
  }
  return taken;
}

function figuresOf(taken: Readonly<Record<string, readonly Usage[]>>): Figure[] {
  const of = (name: string, what: keyof Usage) => median((taken[name] ?? []).map((usage) => usage[what]));
  const figure = (measure: string, value: number, unit: Figure["unit"], goal?: number): Figure => ({
    client: "kit",
    measure,
    value,
    unit,
    ...(goal !== undefined && { goal }),
  });
  return (["wall", "cpu"] as const)
    .flatMap((what) => {
      const by = what === "cpu" ? ", by CPU" : "";
      const five = FEW * of("fetch", what);
      // What a process does after it has ended its work is in its time alone: with `fetch`, that is a good part.
      const goal = what === "wall" ? 1 : undefined;
      return [
        figure(`--help, to node that ends at once${by}`, of("help", what) / of("node", what), "×"),
        figure(
          `5 operations, to a process of 5 fetches${by}`,
          of("few", what) / of("fetches", what),
          "×",
          goal,
        ),
        figure(`the same with nothing kept from before${by}`, of("cold", what) / of("fetches", what), "×"),
        figure(`5 operations, to 5 processes of a fetch${by}`, of("few", what) / five, "×"),
        figure(`a further operation${by}`, (of("many", what) - of("few", what)) / (MANY - FEW), "ms", 2.5),
        figure(`a further fetch${by}`, (of("manyFetches", what) - of("fetches", what)) / (MANY - FEW), "ms"),
      ];
    })
    .concat([
      figure("5 operations, memory at its peak", of("few", "memory"), "MiB", 80),
      figure("5 fetches, memory at its peak", of("fetches", "memory"), "MiB"),
    ]);
}
