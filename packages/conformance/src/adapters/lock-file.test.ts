import { spawnSync } from "node:child_process";
import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { type Lock, STALE, takeLock } from "./lock-file.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder, "lock");
});

const ended = () => spawnSync(process.execPath, ["--version"]).pid;
const leave = async (text: string, age: number) => {
  await writeFile(path, text);
  const then = new Date(Date.now() - age);
  await utimes(path, then, then);
};
const taken = async () => {
  const lock = await takeLock(path);
  if (!("release" in lock)) return expect.unreachable("the lock is held");
  return lock;
};

test.each([
  { of: "a process that is gone", given: () => `${ended()} x`, age: 0, want: "taken" },
  { of: "this process", given: () => `${process.pid} x`, age: 0, want: { pid: process.pid } },
  { of: "a process of somebody else", given: () => "1 x", age: 0, want: { pid: 1 } },
  { of: "a process with the id of one that is gone", given: () => "1 x", age: STALE + 1000, want: "taken" },
  { of: "something else", given: () => "not a number", age: 0, want: {} },
  { of: "something else, long ago", given: () => "not a number", age: STALE + 1000, want: "taken" },
  { of: "a process that has not written yet", given: () => "", age: 0, want: {} },
  { of: "a whole group of processes", given: () => "-1 x", age: 0, want: {} },
])("a lock of $of", async ({ given, age, want }) => {
  await leave(given(), age);
  const lock = await takeLock(path);
  expect("release" in lock ? "taken" : lock).toEqual(want);
  if (!("release" in lock)) return;
  expect(await readFile(path, "utf8")).toContain(`${process.pid} `);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test("of many that take one over at once, one has it", async () => {
  await leave(`${ended()} x`, 0);
  const locks = await Promise.all(Array.from({ length: 8 }, () => takeLock(path)));
  expect(locks.filter((lock) => "release" in lock)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["lock"]);
});

test("a claim that a crash left behind keeps nobody out for long", async () => {
  await leave(`${ended()} x`, 0);
  await writeFile(`${path}.claim`, `${ended()} x`);
  await (await taken()).release();
  expect(await readdir(folder)).toEqual([]);
});

describe("a lock that is had", () => {
  test.each<{ when: string; given: (lock: Lock) => Promise<void>; want: boolean }>([
    { when: "nothing happened", given: async () => {}, want: true },
    { when: "its file was removed", given: () => rm(path), want: true },
    { when: "somebody else has taken it", given: () => leave("1 x", 0), want: false },
  ])("is kept or not when $when", async ({ given, want }) => {
    const lock = await taken();
    await given(lock);
    expect(await lock.keep()).toBe(want);
    await lock.release();
    expect(await readdir(folder)).toEqual(want ? [] : ["lock"]);
  });

  test("shows that it is", async () => {
    const lock = await taken();
    await utimes(path, 0, 0);
    await lock.keep();
    expect((await stat(path)).mtimeMs).toBeGreaterThan(Date.now() - STALE);
    await lock.release();
  });
});

test("where no file can be written there is no lock", async () => {
  await expect(takeLock(join(folder, "nowhere", "lock"))).rejects.toMatchObject({ code: "ENOENT" });
});
