import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { caseOf, document, documentOfSchema } from "../../test/acme-jobs.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import type { Json } from "../document/json.ts";
import { listSchemas } from "./list-schemas.ts";
import { type LoadedValidators, loadValidators } from "./load-validators.ts";

let folder = "";
beforeEach(() => {
  folder = temporaryFolder();
});

const JOB = caseOf("getJob", "200 succeeded").sample as Json;
const SAMPLES: unknown[] = [JOB, {}, { state: "LOST" }, [], null, "x", 1, { code: "X", hint: 1 }];

/** What each validator of the fixture says of each sample. */
function verdictsOf({ validators }: LoadedValidators) {
  return listSchemas(document).map((pointer) => {
    const validate = validators.get(pointer);
    if (!validate) throw new Error(`no validator of ${pointer}`);
    return SAMPLES.map((sample) => [validate(sample), validate.errors?.length ?? 0]);
  });
}

describe("the second run", () => {
  test("compiles nothing, and judges the same", async () => {
    const first = await loadValidators(document, folder);
    const second = await loadValidators(document, folder);
    expect([first.compiled, second.compiled]).toEqual([true, false]);
    expect(verdictsOf(second)).toEqual(verdictsOf(first));
    const verdicts = verdictsOf(first)
      .flat()
      .map(([valid]) => valid);
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
  });

  test("compiles anew what has changed", async () => {
    await loadValidators(documentOfSchema({ type: "object" }), folder);
    const other = await loadValidators(documentOfSchema({ type: "array" }), folder);
    expect(other.compiled).toBe(true);
    expect(await readdir(folder)).toHaveLength(2);
  });

  // An empty module would hold no validators, and nothing would ever fail.
  test.each([
    { name: "nothing", given: "" },
    { name: "half of itself", given: undefined },
    { name: "another module", given: "module.exports = { schema0: true };" },
    { name: "no JavaScript", given: "}{" },
  ])("trusts no file that holds $name", async ({ given }) => {
    const first = await loadValidators(document, folder);
    const [file = ""] = await readdir(folder);
    const whole = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, file), given ?? whole.slice(0, whole.length / 2));
    const second = await loadValidators(document, folder);
    expect(second.compiled).toBe(true);
    expect(verdictsOf(second)).toEqual(verdictsOf(first));
    expect((await loadValidators(document, folder)).compiled).toBe(false);
  });
});

describe("the folder", () => {
  test("is made, and is its user's alone", async () => {
    const deep = join(folder, "a", "b");
    await loadValidators(document, deep);
    const [file = ""] = await readdir(deep);
    expect((await stat(deep)).mode & 0o077).toBe(0);
    expect((await stat(join(deep, file))).mode & 0o077).toBe(0);
  });

  test.each([
    {
      name: "a file stands in its place",
      prepare: () => writeFile(join(folder, "taken"), ""),
      path: "taken",
    },
    {
      name: "it stands below a file",
      prepare: () => writeFile(join(folder, "taken"), ""),
      path: "taken/deep",
    },
    {
      name: "a folder stands in the file's place",
      prepare: async () => {
        await loadValidators(document, folder);
        const [file = ""] = await readdir(folder);
        await rm(join(folder, file));
        await mkdir(join(folder, file));
      },
      path: ".",
    },
    {
      name: "it may not be written",
      prepare: async () => {
        await mkdir(join(folder, "locked"));
        await chmod(join(folder, "locked"), 0o500);
      },
      path: "locked",
    },
  ])("need not be of use: $name", async ({ prepare, path }) => {
    await prepare();
    const first = await loadValidators(document, join(folder, path));
    const again = await loadValidators(document, join(folder, path));
    expect(first.compiled).toBe(true);
    expect(verdictsOf(again)).toEqual(verdictsOf(first));
  });
});

// What stands in it is run.
test.each([
  { name: "the folder, a group may write to", path: "", mode: 0o770 },
  { name: "the folder, anybody may write to", path: "", mode: 0o702 },
  { name: "the file, a group may write to", path: "FILE", mode: 0o660 },
])("nothing is run that others could have written: $name", async ({ path, mode }) => {
  const first = await loadValidators(document, folder);
  const [file = ""] = await readdir(folder);
  await chmod(join(folder, path.replace("FILE", file)), mode);
  const again = await loadValidators(document, folder);
  expect(again.compiled).toBe(true);
  expect(verdictsOf(again)).toEqual(verdictsOf(first));
});

test("two at once leave one whole file, and nothing else", async () => {
  const loaded = await Promise.all([1, 2, 3, 4].map(() => loadValidators(document, folder)));
  const [first, ...others] = loaded.map(verdictsOf);
  for (const other of others) expect(other).toEqual(first);
  const files = await readdir(folder);
  expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.cjs$/)]);
  expect((await loadValidators(document, folder)).compiled).toBe(false);
});
