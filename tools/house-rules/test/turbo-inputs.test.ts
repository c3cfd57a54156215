import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, readFiles } from "./source-files.ts";

interface Task {
  readonly taskId: string;
  readonly command: string;
  /** Each file that the task is run again for, from the folder of its package. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly dependencies: readonly string[];
}

const [, script = ""] = /turbo run (.*?) --/.exec(scriptOf("check")) ?? [];
const tasks = plan(script.split(" ")).filter(({ command }) => command !== "<NONEXISTENT>");
const readers = readersOfEachFile();
const [{ path: spec = "" } = {}] = readFiles("specs/*/openapi.yaml");
const client = `packages/${spec.split("/")[1]}-client`;

describe("pnpm check runs again what reads a file that changed, and nothing else", () => {
  test.each([
    { given: "README.md", want: ["unit"] },
    { given: "CONTRIBUTING.md", want: ["unit"] },
    { given: "specs/README.md", want: ["unit"] },
    { given: spec, want: ["build", "codegen:check", "spec-diff:check", "spec-lint", "unit"] },
    { given: "LICENSE", want: ["codegen:check", "lint", "unit"] },
    { given: "biome.jsonc", want: ["lint", "unit"] },
    { given: `${client}/README.md`, want: ["codegen:check", "release-check", "unit"] },
    {
      given: `${client}/src/index.ts`,
      want: ["build", "codegen:check", "release-check", "typecheck", "unit"],
    },
    { given: `${client}/test/usage.ts`, want: ["codegen:check", "release-check", "typecheck", "unit"] },
    {
      given: `${client}/package.json`,
      want: ["build", "codegen:check", "release-check", "spec-diff:check", "typecheck", "unit"],
    },
    {
      given: "tools/spec-lint/src/cli.ts",
      want: ["codegen:check", "lint", "spec-diff:check", "spec-lint", "typecheck", "unit"],
    },
    {
      given: "tools/codegen/src/cli.ts",
      want: ["codegen:check", "lint", "spec-diff:check", "typecheck", "unit"],
    },
    { given: "tools/spec-diff/src/cli.ts", want: ["lint", "spec-diff:check", "typecheck", "unit"] },
    {
      given: "packages/runtime/src/index.ts",
      want: ["build", "lint", "spec-diff:check", "typecheck", "unit"],
    },
    { given: "tools/build-package/src/cli.ts", want: ["build", "lint", "typecheck", "unit"] },
    { given: "tools/release-check/limits.json", want: ["lint", "release-check", "typecheck", "unit"] },
    { given: "tools/house-rules/test/source-files.ts", want: ["lint", "typecheck", "unit"] },
    { given: ".changeset/config.json", want: ["lint", "spec-diff:check", "unit"] },
    { given: ".github/workflows/check.yml", want: ["lint", "unit"] },
  ])("$given: $want", ({ given, want }) => {
    expect(readers.get(given)).toEqual(new Set(want));
  });

  // In a second work tree, `.git` is a file, and the history elsewhere.
  test.runIf(existsSync(join(ROOT, ".git/HEAD")))(
    "another commit: what compares with the last release",
    () => {
      expect(readers.get(".git/HEAD")).toEqual(new Set(["spec-diff:check"]));
    },
  );

  test("the tasks of a package that another imports lead to those of that one", () => {
    const name = `@settled/${client.split("/")[1]}`;
    expect(dependenciesOf(`${name}#build`)).toContain("@settled/runtime#build");
    expect(dependenciesOf(`${name}#typecheck`)).toContain("@settled/conformance#typecheck");
    expect(dependenciesOf("spec-diff#typecheck")).toContain("codegen#typecheck");
  });

  test("nothing waits for what a run leaves behind", () => {
    const left = /(^|\/)(node_modules|dist|\.turbo|\.vite|coverage)\//;
    // What install.sh leaves there decides which tests can run.
    const known = /^\.cache\/(peers|vendors)\//;
    expect([...readers.keys()].filter((file) => left.test(file) && !known.test(file))).toEqual([]);
  });
});

function scriptOf(name: string): string {
  const { scripts } = JSON.parse(readFiles("package.json")[0]?.text ?? "{}");
  return scripts[name];
}

/** What turbo would run, and why: with the files that it makes the hash of each task from. */
function plan(names: readonly string[]): Task[] {
  const turbo = createRequire(join(ROOT, "package.json")).resolve("turbo/bin/turbo");
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
  const output = execFileSync(process.execPath, [turbo, "run", ...names, "--dry=json"], {
    cwd: ROOT,
    env,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output).tasks;
}

/** For each file, the names of the tasks that are run again if it changes. */
function readersOfEachFile(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { taskId, directory, inputs } of tasks) {
    for (const input of Object.keys(inputs)) {
      const file = join(directory, input).replaceAll("\\", "/");
      const names = found.get(file) ?? new Set();
      found.set(file, names.add(taskId.split("#")[1] ?? ""));
    }
  }
  return found;
}

function dependenciesOf(id: string): readonly string[] {
  return tasks.find(({ taskId }) => taskId === id)?.dependencies ?? [];
}
