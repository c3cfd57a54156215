import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "./command.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/operation-id/${name}.yaml`, import.meta.url));
const vocabulary = fileURLToPath(new URL("../../../specs/vocabulary.schema.json", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-lint-"));
  const specs = {
    good: ["acme-jobs", "acme-runs"],
    mixed: ["acme-jobs", "broken", "faulty"],
    unreadable: ["acme-jobs"],
    circular: ["acme-jobs"],
    novocabulary: ["acme-jobs"],
  };
  for (const [root, providers] of Object.entries(specs)) {
    for (const provider of providers) {
      mkdirSync(join(folder, root, provider), { recursive: true });
      cpSync(fixture(provider === "faulty" ? "fail" : "pass"), join(folder, root, provider, "openapi.yaml"));
    }
    if (root !== "novocabulary") cpSync(vocabulary, join(folder, root, "vocabulary.schema.json"));
  }
  mkdirSync(join(folder, "good", "not-a-provider"));
  mkdirSync(join(folder, "nothing"));
  mkdirSync(join(folder, "unreadable", "acme-runs", "openapi.yaml"), { recursive: true });
  writeFileSync(join(folder, "mixed", "broken", "openapi.yaml"), "");
  const circular = 'openapi: 3.1.1\ncomponents: { schemas: { A: { $ref: "#/components/schemas/A" } } }\n';
  writeFileSync(join(folder, "circular", "acme-jobs", "openapi.yaml"), circular);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("exit code", () => {
  test.each([
    { given: ["good"], exit: 0, want: "2 specs, 0 findings" },
    { given: ["good", "acme-runs"], exit: 0, want: "1 spec, 0 findings" },
    { given: ["good", "acme-runs", "acme-runs"], exit: 0, want: "1 spec, 0 findings" },
    { given: ["mixed", "faulty"], exit: 1, want: "1 spec, 6 findings" },
    { given: ["mixed", "faulty", "acme-jobs"], exit: 1, want: "2 specs, 6 findings" },
    { given: ["mixed"], exit: 2, want: "openapi.yaml is empty" },
    { given: ["mixed"], exit: 2, want: "3 specs, 6 findings" },
    { given: ["unreadable"], exit: 2, want: "acme-runs/openapi.yaml cannot be read" },
    { given: ["circular"], exit: 2, want: "acme-jobs/openapi.yaml cannot be judged" },
    { given: ["good", "acme-job"], exit: 2, want: "Known providers: acme-jobs, acme-runs." },
    { given: ["good", "--fix"], exit: 2, want: "Usage: spec-lint [--specs DIR] [provider...]" },
    { given: ["nothing"], exit: 2, want: "holds no spec" },
    { given: ["nowhere"], exit: 2, want: "cannot be read" },
    { given: ["novocabulary"], exit: 2, want: "vocabulary.schema.json cannot be used" },
    { given: ["good", "--help"], exit: 0, want: "Exit code: 0 clean, 1 findings" },
  ])("$exit for $given: $want", async ({ given: [root = "", ...rest], exit, want }) => {
    const { code, output } = await run(["--specs", join(folder, root), ...rest]);
    expect(output).toContain(want);
    expect(code).toBe(exit);
  });
});

test("the program itself: no colour where there is no terminal, and a last line that counts", () => {
  const cli = fileURLToPath(new URL("./cli.ts", import.meta.url));
  const output = execFileSync(process.execPath, [cli, "--specs", join(folder, "good")], { encoding: "utf8" });
  expect(output).toBe("2 specs, 0 findings\n");
});

async function run(args: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const print = (text: string): void => void lines.push(text);
  const code = await runCommand(args, { print, printError: print, paint: (_, text) => text });
  return { code, output: lines.join("\n") };
}
