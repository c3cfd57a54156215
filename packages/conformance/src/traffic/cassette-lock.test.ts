import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { type CassetteLock, lockCassette } from "./cassette-lock.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder, "run.jsonl");
});

test("one run has it at a time", async () => {
  const lock = await lockCassette(path);
  await expect(lockCassette(path)).rejects.toThrow(`another run (process ${process.pid}) writes to ${path}`);
  await lock.check();
  await lock.release();
  await (await lockCassette(path)).release();
  expect(await readdir(folder)).toEqual([]);
});

test.each<{ when: string; given: (lock: CassetteLock) => Promise<unknown> }>([
  { when: "a check is on its way", given: async (lock) => void lock.check() },
  { when: "a check comes after", given: (lock) => lock.release() },
])("what is released is not taken again when $when", async ({ given }) => {
  const lock = await lockCassette(path);
  await given(lock);
  await lock.release();
  await lock.check().catch(() => undefined);
  expect(await readdir(folder)).toEqual([]);
});

test("a run that was halted for long, and lost it, goes on no more", async () => {
  const halted = await lockCassette(path);
  await utimes(`${path}.lock`, 0, 0);
  const other = await lockCassette(path);
  await expect(halted.check()).rejects.toThrow(`another run writes to ${path}`);
  await halted.release();
  await other.check();
  await other.release();
});

test("where no lock can be written there is no run", async () => {
  await writeFile(path, "");
  await expect(lockCassette(join(path, "run.jsonl"))).rejects.toThrow("run.jsonl.lock: ENOTDIR");
});
