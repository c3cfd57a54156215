import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { ROOT, readFiles } from "./source-files.ts";

const biome = createRequire(join(ROOT, "package.json")).resolve("@biomejs/biome/bin/biome");

/** The files that biome.jsonc lets be more complex for now: the last of its overrides, and no pattern. */
const excepted = exceptedFiles();

test("a file is excepted from the limit of complexity only as long as it needs to be", () => {
  expect(excepted).not.toEqual([]);
  expect(complexFiles(excepted)).toEqual(excepted.toSorted());
});

test.each([
  { given: "nothing.ts", text: "export const one = 1;\n", want: [] },
  { given: "nested.ts", text: nested(6), want: ["nested.ts"] },
  { given: "nested.ts", text: nested(5), want: [] },
])("$given: $want", ({ given, text, want }) => {
  const folder = mkdtempSync(join(tmpdir(), "complexity-"));
  try {
    writeFileSync(join(folder, given), text);
    expect(complexFiles([given], folder)).toEqual(want);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Which of some files have a function that is too complex, by Biome's own limit, whatever biome.jsonc says of it. */
function complexFiles(files: readonly string[], cwd = ROOT): string[] {
  const folder = mkdtempSync(join(tmpdir(), "biome-"));
  try {
    writeFileSync(join(folder, "biome.json"), '{ "root": true }');
    const options = [`--config-path=${folder}`, "--max-diagnostics=none", "--reporter=github"];
    const only = "--only=complexity/noExcessiveCognitiveComplexity";
    const args = [biome, "lint", only, ...options, ...files];
    const { stdout, status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    const found = [...stdout.matchAll(/^::.*?,file=([^,]+),line=/gm)].map(([, file = ""]) => file);
    return [...new Set(found.map((file) => relative(cwd, resolve(cwd, file)).replaceAll("\\", "/")))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function exceptedFiles(): string[] {
  const [{ path, text } = { path: "", text: "" }] = readFiles("biome.jsonc");
  const { overrides = [] } = ts.parseConfigFileTextToJson(path, text).config;
  return overrides.at(-1).includes;
}

/** A function of loops within loops: the deeper one lies, the more it counts. */
function nested(depth: number): string {
  const loops = "for (;;) { ".repeat(depth);
  return `export function nested() { ${loops}${"}".repeat(depth)} }\n`;
}
