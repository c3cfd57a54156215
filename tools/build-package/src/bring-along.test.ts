import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { bringAlong } from "./bring-along.ts";

it("copies what the declarations import of packages that are no dependencies, and their licences", async () => {
  const directory = await mkdtemp(join(tmpdir(), "bring-"));
  const files = {
    "dist/index.d.ts":
      'import { A } from "engine";\n/** @example\n * import { x } from "user";\n */\nexport { A };\nexport type { D } from "installed/sub";',
    "dist/deep/own.d.ts": 'export type B = import("engine").B;\nexport * from "../index.js";',
    "node_modules/engine/package.json": '{ "main": "./dist/index.cjs" }',
    "node_modules/engine/dist/index.cjs": "",
    "node_modules/engine/dist/index.d.cts":
      "import { C } from 'parts';\nexport type A = C;\nexport type B = C;",
    "node_modules/engine/LICENSE": "engine's",
    "node_modules/engine/node_modules/parts/package.json": '{ "main": "./index.js" }',
    "node_modules/engine/node_modules/parts/index.js": "",
    "node_modules/engine/node_modules/parts/index.d.ts": "export interface C {}",
    "node_modules/engine/node_modules/parts/LICENSE": "parts'",
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }

  await bringAlong(directory, { dependencies: ["installed"] });

  const dist = join(directory, "dist");
  const found = (await readdir(dist, { recursive: true })).filter((name) => /\.d\.ts$|LICENSE$/.test(name));
  const texts = await Promise.all(found.map((name) => readFile(join(dist, name), "utf8")));
  expect(Object.fromEntries(found.map((name, index) => [name, texts[index]]))).toEqual({
    "index.d.ts":
      'import { A } from "./engine/index.js";\n/** @example\n * import { x } from "user";\n */\nexport { A };\nexport type { D } from "installed/sub";',
    "deep/own.d.ts": 'export type B = import("../engine/index.js").B;\nexport * from "../index.js";',
    "engine/index.d.ts": 'import { C } from "../parts/index.js";\nexport type A = C;\nexport type B = C;',
    "engine/LICENSE": "engine's",
    "parts/index.d.ts": "export interface C {}",
    "parts/LICENSE": "parts'",
  });
});
