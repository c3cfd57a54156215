import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { document, documentOf } from "../../test/acme-jobs.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { createSandbox, type Sandbox } from "../sandbox/create-sandbox.ts";
import { TeachingError } from "../teaching-error.ts";
import { openStateFile } from "./state-file.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder, "state.json");
});

const never = (message: string) => expect.unreachable(message);
const created = (...documents: (typeof document)[]) =>
  createSandbox({ documents: documents.length ? documents : [document] });
const health = (sandbox: Sandbox) => sandbox.fetch("http://x/health");

test("a sandbox goes on where the last one ended", async () => {
  const first = await created();
  const file = await openStateFile(path, first, never);
  first.rules.add({ operation: "getHealth", status: 503, times: 2 });
  first.advance(3_600_000);
  await first.fetch("http://x/jobs/1");
  await health(first);
  await file.close();

  const second = await created();
  const again = await openStateFile(path, second, never);
  expect(again.afresh).toEqual([]);
  expect(second.snapshot()).toEqual(first.snapshot());
  expect(second.rules.list()).toEqual([{ id: "1", operation: "getHealth", status: 503, times: 1 }]);
  expect(second.journal.list()).toHaveLength(1);
  expect(second.clock.now() - Date.now()).toBeGreaterThan(3_590_000);
  await again.close();
});

test("it is its owner's alone, whole, and leaves nothing beside it", async () => {
  const sandbox = await created();
  const file = await openStateFile(path, sandbox, never);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await health(sandbox);
  await file.close();
  expect(await readdir(folder)).toEqual(["state.json"]);
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({
    kind: "settled sandbox",
    state: { version: 1 },
  });
});

test("no other sandbox has it as long as it is open", async () => {
  const file = await openStateFile(path, await created(), never);
  const other = await created();
  const opened = openStateFile(path, other, never);
  await expect(opened).rejects.toThrow(TeachingError);
  await expect(opened).rejects.toThrow(
    `another sandbox (process ${process.pid}) has ${path}\n  where     --state`,
  );
  await file.close();
  await (await openStateFile(path, other, never)).close();
  expect(await readdir(folder)).toEqual(["state.json"]);
});

test("it is written while the sandbox runs, and not when nothing happened", async () => {
  const sandbox = await created();
  const file = await openStateFile(path, sandbox, never);
  const before = (await stat(path)).ino;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect((await stat(path)).ino).toBe(before);
  sandbox.rules.add({ status: 503 });
  await health(sandbox);
  await expect
    .poll(async () => JSON.parse(await readFile(path, "utf8")).state.rules, { timeout: 5000 })
    .toHaveLength(1);
  await file.close();
});

test("a service whose document is another begins afresh, and only that", async () => {
  const things = { ...documentOf({}), name: "things" };
  const first = await created(document, things);
  await (await openStateFile(path, first, never)).close();
  const changed = { ...documentOf({ summary: "changed" }), name: "things" };
  const next = { ...documentOf({}), name: "new" };
  const file = await openStateFile(path, await created(document, changed, next), never);
  expect(file.afresh).toEqual(["things", "new"]);
  await file.close();
});

describe("what is no state is told, and left as it is", () => {
  const whole = { version: 1, ahead: 0, random: 1, rules: [], refusals: [], services: {} };
  const held = (state: unknown) => JSON.stringify({ kind: "settled sandbox", state });
  test.each([
    { given: "", want: "is no JSON" },
    { given: held(whole).slice(0, -5), want: "is no JSON" },
    { given: "{}", want: "holds something else than a sandbox's state" },
    { given: "[]", want: "holds something else than a sandbox's state" },
    { given: '{"kind":"other"}', want: "holds something else than a sandbox's state" },
    { given: held(null), want: "not the state of a sandbox" },
    { given: held({ ...whole, rules: {} }), want: "not the state of a sandbox" },
    { given: held({ ...whole, version: 2 }), want: "the state is of version 2" },
    { given: held({ version: 99 }), want: "the state is of version 99" },
  ])("$given: $want", async ({ given, want }) => {
    await writeFile(path, given);
    const opened = openStateFile(path, await created(), never);
    await expect(opened).rejects.toThrow(TeachingError);
    await expect(opened).rejects.toThrow(want);
    await expect(opened).rejects.toThrow(/\n {2}where {5}--state\n {2}expected/);
    expect([await readFile(path, "utf8"), await readdir(folder)]).toEqual([given, ["state.json"]]);
  });

  test("broken parts of a service", async () => {
    const sandbox = await created();
    Object.assign(sandbox.services[0]?.world ?? {}, {
      restore() {
        throw new TypeError("no such thing");
      },
    });
    await writeFile(path, held(sandbox.snapshot()));
    await expect(openStateFile(path, sandbox, never)).rejects.toThrow(
      "the state of acme-jobs cannot be read: no such thing",
    );
  });

  test("rules of operations that are gone are left out", async () => {
    const rules = [
      { id: "1", operation: "gone", status: 404 },
      { id: "2", status: 404 },
      7,
      { id: "3", status: "x" },
    ];
    await writeFile(path, held({ ...whole, rules }));
    const sandbox = await created();
    await (await openStateFile(path, sandbox, never)).close();
    expect(sandbox.rules.list()).toEqual([{ id: "2", status: 404 }]);
  });
});

describe("what cannot be written", () => {
  test.each([
    { name: "in a folder that is not there", given: "nowhere/state.json", want: "ENOENT" },
    { name: "where a folder stands", given: "folder", want: "EISDIR" },
  ])("$name: $want", async ({ given, want }) => {
    await mkdir(join(folder, "folder"));
    const opened = openStateFile(join(folder, given), await created(), never);
    await expect(opened).rejects.toThrow(new RegExp(`cannot (read|write) .*: ${want}\n`));
    expect(await readdir(folder)).toEqual(["folder"]);
  });

  test("later on is said once, and tried again", async () => {
    const sandbox = await created();
    const own = join(folder, "own");
    await mkdir(own);
    const said: string[] = [];
    const file = await openStateFile(join(own, "state.json"), sandbox, (message) => said.push(message));
    await rm(own, { recursive: true });
    await health(sandbox);
    await expect.poll(() => said.length, { timeout: 5000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(said).toEqual([expect.stringContaining("cannot write")]);
    await mkdir(own);
    await file.close();
    expect(await readdir(own)).toEqual(["state.json"]);
  });
});
