import { execFile, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../src/adapters/server.ts";
import { loadDocument } from "../src/document/load-document.ts";
import { createSandbox } from "../src/sandbox/create-sandbox.ts";

const ROOT = new URL("../../../", import.meta.url);
const NAMED = "http://127.0.0.1:4010";
const blocks = blocksOf(readFileSync(new URL("README.md", ROOT), "utf8"));
const run = promisify(execFile);

let server: RunningServer;
beforeAll(async () => {
  const names = readdirSync(new URL("specs/", ROOT), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const documents = await Promise.all(
    names.map(({ name }) => loadDocument(new URL(`specs/${name}/openapi.yaml`, ROOT), name)),
  );
  server = await startServer((await createSandbox({ documents })).respond);
}, 60_000);
afterAll(() => server.close());

const lacking = ["curl", "openssl"].find(
  (tool) => spawnSync("bash", ["-c", `command -v ${tool}`]).status !== 0,
);

describe.skipIf(lacking)(
  `the README's lines in a shell print what stands beside them${lacking ? ` (there is no ${lacking})` : ""}`,
  () => {
    // A provider more is a folder more, and need not be shown here.
    test("there are blocks, after those that define what they use", () => {
      expect(blocks.findIndex((block) => /^for poll/m.test(block))).toBeGreaterThan(0);
    });

    test.each(
      blocks.flatMap((block, index) =>
        /^for poll/m.test(block) ? [{ index, title: /^\w+\(\)/m.exec(block)?.[0] ?? "" }] : [],
      ),
    )("$title", { timeout: 60_000 }, async ({ index }) => {
      const block = blocks[index] ?? "";
      const before = blocks.slice(0, index).map(definitionsOf);
      const script = [...before, block].join("\n").replaceAll(NAMED, server.origin);
      const { stdout } = await run("bash", ["-euo", "pipefail", "-c", forgiving(script)]);
      const printed = stdout.split("\n").filter((line) => line !== "");
      expect(printed).toEqual(promisedBy(block));
    });
  },
);

/** The shell blocks of the section. */
function blocksOf(text: string): string[] {
  const section = /^## Without a tenant$(.*?)^## /ms.exec(text)?.[1] ?? "";
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}

/** Assignments of the top and functions, of a block that comes before. */
function definitionsOf(block: string): string {
  return /^for poll/m.test(block) ? (/^acs\(\) \{.*?^\}$/ms.exec(block)?.[0] ?? "") : block;
}

/** A member that is not there prints nothing, and is no failure. */
function forgiving(script: string): string {
  return script.replace(/^member\(\) \{ (.*?); \}/m, "member() { { $1; } || true; }");
}

/** What the comments say that lines print: words of the wire, up to a colon's remark. */
function promisedBy(block: string): string[] {
  return [...block.matchAll(/ # ([A-Za-z -]+?)(?::.*)?$/gm)].flatMap(([, words = ""]) =>
    words.startsWith("an id") ? [] : words.split(" "),
  );
}
