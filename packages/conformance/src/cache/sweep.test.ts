import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { keptFiles } from "./kept-files.ts";
import { sweep } from "./sweep.ts";

const DAY = 86_400_000;
const OWN = "0123456789abcdef0123456789abcdef";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** A file that was read last so many days ago. */
async function put(name: string, days: number): Promise<void> {
  await writeFile(join(folder, name), "{}", { mode: 0o600 });
  const then = new Date(Date.now() - days * DAY);
  await utimes(join(folder, name), then, then);
}

describe("what was not read for 30 days", () => {
  test.each([
    { name: `${OWN}.document.json`, days: 29, stays: true },
    { name: `${OWN}.document.json`, days: 31, stays: false },
    { name: `${OWN}.cjs`, days: 31, stays: false },
    { name: `${OWN}.cjs.0b0f8f0e-5b8e-4d5a-9d4e-1f2a3b4c5d6e`, days: 31, stays: false },
    // Nobody knows whose these are.
    { name: "notes.txt", days: 400, stays: true },
    { name: "abc.json", days: 400, stays: true },
  ])("$name after $days days: stays $stays", async ({ name, days, stays }) => {
    await put(name, days);
    await sweep(folder);
    expect(await readdir(folder)).toEqual(stays ? [name] : []);
  });

  test("is left where it is no file", async () => {
    await mkdir(join(folder, `${OWN}.folder`));
    await sweep(folder, Date.now() + 400 * DAY);
    expect(await readdir(folder)).toEqual([`${OWN}.folder`]);
  });
});

test("of more than 500, those that were read last stay", async () => {
  const names = Array.from({ length: 503 }, (_, index) => `${OWN}${String(index).padStart(3, "0")}.json`);
  await Promise.all(names.map((name, index) => put(name, index / 100)));
  await sweep(folder);
  expect((await readdir(folder)).sort()).toEqual(names.slice(0, 500));
});

test("whoever writes sweeps, and whoever reads keeps", async () => {
  const files = keptFiles(folder);
  await put(`${OWN}1.json`, 31);
  await put(`${OWN}2.json`, 31);
  expect(files.read(`${OWN}1.json`)).toBe("{}");
  await files.write(`${OWN}3.json`, "[]");
  expect((await readdir(folder)).sort()).toEqual([`${OWN}1.json`, `${OWN}3.json`]);
  expect(Date.now() - (await stat(join(folder, `${OWN}1.json`))).mtimeMs).toBeLessThan(DAY);
});

test("a folder that is gone is no reason to fail", async () => {
  await expect(sweep(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  await keptFiles(join(folder, "none")).write(`${OWN}.json`, "{}");
  expect(await readdir(join(folder, "none"))).toEqual([`${OWN}.json`]);
});
