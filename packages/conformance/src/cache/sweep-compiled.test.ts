import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { keptFiles, noteUse } from "./kept-files.ts";
import { sweepCompiled } from "./sweep-compiled.ts";

const DAY = 86_400_000;
const NODE = "v24.21.0-x64-964aae3f-0";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** A folder of so many files that was used last so many days ago. */
async function put(path: string, files: number, days: number): Promise<void> {
  await mkdir(path, { recursive: true });
  await Promise.all(Array.from({ length: files }, (_, at) => writeFile(join(path, at.toString(16)), "")));
  const then = new Date(Date.now() - days * DAY);
  await utimes(path, then, then);
}

test.each([
  { name: NODE, files: 1, days: 29, stays: true },
  { name: NODE, files: 1, days: 31, stays: false },
  { name: NODE, files: 4000, days: 1, stays: true },
  { name: NODE, files: 4001, days: 1, stays: false },
  // Nobody knows whose this is.
  { name: "notes", files: 1, days: 400, stays: true },
])("$name with $files files after $days days: stays $stays", async ({ name, files, days, stays }) => {
  await put(join(folder, name), files, days);
  await sweepCompiled(folder);
  expect(await readdir(folder)).toEqual(stays ? [name] : []);
});

test.each([
  { given: "no folder", path: "none" },
  { given: "a file of that name", path: NODE },
])("$given is left alone", async ({ path }) => {
  await writeFile(join(folder, NODE), "");
  await sweepCompiled(join(folder, path));
  await sweepCompiled(folder, Date.now() + 400 * DAY);
  expect(await readdir(folder)).toEqual([NODE]);
});

test("whoever keeps a file sweeps, and whoever uses a folder keeps it", async () => {
  const used = join(folder, "compiled", NODE);
  await put(used, 1, 31);
  await put(join(folder, "compiled", "v22.12.0-x64-00250a7c-0"), 1, 31);
  noteUse(used);
  await keptFiles(folder).write("0123456789abcdef.json", "{}");
  expect(await readdir(join(folder, "compiled"))).toEqual([NODE]);
  expect(Date.now() - (await stat(used)).mtimeMs).toBeLessThan(DAY);
});
