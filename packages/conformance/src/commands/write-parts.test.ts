import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import type { Part } from "../report/format-json.ts";
import { writeParts } from "./write-parts.ts";

const MIB = 1 << 20;

const folder = sharedFolder();

test.each<{ name: string; given: Part[] }>([
  { name: "nothing", given: [] },
  { name: "text and bytes", given: ["a", Buffer.from("…"), "", "\u{1F600}", "é"] },
  { name: "half of a pair of surrogates", given: ["\uD83D", "b"] },
  {
    name: "more than a block",
    given: Array.from({ length: 5000 }, (_, index) => `${index} ${"…".repeat(100)}\n`),
  },
  { name: "parts longer than a block", given: ["a", "…".repeat(MIB), Buffer.alloc(2 * MIB, "b"), "c"] },
])("$name is written as it is, in its order", async ({ given }) => {
  const file = join(folder, "report");
  await writeParts(file, given);
  expect((await readFile(file)).equals(Buffer.concat(given.map((part) => Buffer.from(part))))).toBe(true);
});

test("where nothing can be written, it says so", async () => {
  await expect(writeParts(join(folder, "none", "report"), ["a"])).rejects.toMatchObject({ code: "ENOENT" });
});
