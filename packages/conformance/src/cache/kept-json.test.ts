import { chmod, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { keptFiles } from "./kept-files.ts";
import { keptJson } from "./kept-json.ts";

let folder = "";
beforeEach(() => {
  folder = temporaryFolder();
});

const open = (kind = "thing") => keptJson(kind, keptFiles(folder));

describe("what was made once", () => {
  test("is there for who names all that it was made of, and for nobody else", async () => {
    await open().write({ a: [1, "ä", null] }, "text", "overlay");
    expect(open().read("text", "overlay")).toEqual({ a: [1, "ä", null] });
    expect(open().has("text", "overlay")).toBe(true);
    for (const madeOf of [[], ["text"], ["overlay", "text"], ["textoverlay"], ["text", "overlay", ""]]) {
      expect([open().read(...madeOf), open().has(...madeOf)]).toEqual([undefined, false]);
    }
    expect(open("other").read("text", "overlay")).toBeUndefined();
  });

  test.each([
    { name: "a number that is none", given: { a: Number.NaN } },
    { name: "more than there is", given: { a: Number.POSITIVE_INFINITY } },
    { name: "nothing at all", given: { a: undefined } },
    { name: "a date", given: { a: new Date(0) } },
  ])("is not kept where JSON cannot hold it: $name", async ({ given }) => {
    await open().write(given, "text");
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    { name: "half of it", spoil: (file: string) => writeFile(file, '{"a":') },
    { name: "nothing", spoil: (file: string) => writeFile(file, "") },
    { name: "what a group may write", spoil: (file: string) => chmod(file, 0o660) },
    { name: "what is in a folder that all may write to", spoil: () => chmod(folder, 0o777) },
  ])("is made anew where there is $name", async ({ spoil }) => {
    await open().write({ a: 1 }, "text");
    const [file = ""] = await readdir(folder);
    await spoil(join(folder, file));
    expect(open().read("text")).toBeUndefined();
  });
});

test("sources keep nothing, since they change without a new version", async () => {
  const kept = keptJson("thing");
  await kept.write({ a: 1 }, "text");
  expect([kept.has("text"), kept.read("text")]).toEqual([false, undefined]);
});
