import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./source-files.ts";
import { tsc, typeCheck } from "./typescript-5.ts";

// The house checks itself with TypeScript 7. People who install a client may be on 5.
test("every client, its example and its type tests check under TypeScript 5", { timeout: 120_000 }, () => {
  expect(execFileSync(process.execPath, [tsc, "--version"], { encoding: "utf8" })).toMatch(/Version 5\./);
  const folder = mkdtempSync(join(ROOT, ".cache-typescript-5-"));
  try {
    const clients = globSync("packages/*-client", { cwd: ROOT });
    expect(clients.length).toBeGreaterThanOrEqual(5);
    const include = clients.flatMap((client) =>
      ["src", "test/types.ts", "test/usage.ts"].map((part) => join(ROOT, client, part)),
    );
    const config = { extends: join(ROOT, "tsconfig.base.json"), include };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    expect(typeCheck(folder)).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
