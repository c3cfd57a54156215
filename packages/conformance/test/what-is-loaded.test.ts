import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startServer } from "../src/adapters/server.ts";
import { createDocumentedAnswers } from "../src/sandbox/documented-answers.ts";
import { document, FIXTURE } from "./acme-jobs.ts";
import { runCli } from "./settled-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

// What is imported as a type is not loaded; what is imported in an expression is loaded when it is needed.
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;

/** All that a module loads at once: files of `src`, and packages by name. */
function loadedBy(module: string): ReadonlySet<string> {
  const found = new Set([module]);
  for (const one of found) {
    if (!one.endsWith(".ts")) continue;
    for (const [, name = ""] of readFileSync(join(SRC, one), "utf8").matchAll(IMPORT)) {
      found.add(name.startsWith(".") ? join(dirname(one), name) : name);
    }
  }
  return found;
}

/** What takes its time and its memory, and of which a live run needs nothing. */
const HEAVY = [
  "adapters/server.ts",
  "ajv",
  "mutants/mutants.ts",
  "msw",
  "node:http",
  "sandbox/create-sandbox.ts",
  "schema/compile-validators.ts",
  "undici",
  "yaml",
];

test.each([
  { module: "cli.ts", want: [] },
  { module: "main.ts", want: [] },
  { module: "commands/check.ts", want: [] },
  { module: "commands/judge-live.ts", want: [] },
  {
    module: "commands/judge-provider.ts",
    want: [
      "adapters/server.ts",
      "ajv",
      "mutants/mutants.ts",
      "node:http",
      "sandbox/create-sandbox.ts",
      "schema/compile-validators.ts",
    ],
  },
])("$module brings along of what is heavy: $want", ({ module, want }) => {
  const loaded = loadedBy(module);
  expect(HEAVY.filter((name) => loaded.has(name))).toEqual(want);
});

// Whatever of the Fetch standard is touched first loads all of it, which takes a process as long as to start.
test("a live run without a client gets by without the Fetch standard", { timeout: 60_000 }, async () => {
  const server = await startServer(createDocumentedAnswers(document));
  const told =
    "globalThis.process.on('exit', () => console.error(process.moduleLoadList.filter((one) => /undici/.test(one))))";
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(told)}` };
  const run = await runCli(["check", FIXTURE, "--url", server.origin, "--no-client", "--rate", "1000"], {
    cwd: temporaryFolder(),
    env,
  });
  await server.close();
  expect(run.stdout).toContain("acme-jobs");
  expect(run.stderr.trim().split("\n").at(-1)).toBe("[]");
});
