import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { keptFiles, makeOwn } from "./kept-files.ts";

test("a folder is made with all that it stands in, for its owner alone", async () => {
  const deep = join(temporaryFolder(), "a", "b");
  expect([makeOwn(deep), makeOwn(deep)]).toEqual([true, true]);
  // Windows has no such modes.
  if (process.getuid) expect((await stat(deep)).mode & 0o777).toBe(0o700);
});

const noProc =
  process.platform === "linux" ? "" : " (skipped: only Linux has a folder that nobody can write to)";

test.skipIf(noProc !== "")(
  `where no folder can be made, nothing is kept, and nobody waits${noProc}`,
  async () => {
    const nowhere = "/proc/nowhere/at/all";
    expect(makeOwn(nowhere)).toBe(false);
    const files = keptFiles(nowhere);
    await files.write("a", "b");
    expect(files.read("a")).toBeUndefined();
  },
);
