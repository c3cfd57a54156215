import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { dropUnreachable } from "./drop-unreachable.ts";

it("keeps the declarations that a published module leads to, and no others", async () => {
  const dist = join(await temporaryFolder(), "dist");
  const files = {
    "index.d.ts": 'export type { A } from "./a.js";\nexport { b } from "./b/index.ts";',
    "a.d.ts": 'export type A = import("./b/c.js").C;\nimport "outside";',
    "b/index.d.ts": 'import type { A } from "../a.js";',
    "b/c.d.ts": "export interface C {}",
    "b/unused.d.ts": 'import type { A } from "../a.js";',
    "index.js": "",
    "b/unused.js": "",
  };
  await mkdir(join(dist, "b"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text);

  await dropUnreachable(dist, { entries: ["src/index.ts"] });

  const left = await readdir(dist, { recursive: true });
  const want = Object.keys(files).filter((name) => name !== "b/unused.d.ts");
  expect(left.filter((name) => name !== "b").sort()).toEqual(want.sort());
});
