import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { bundleDeclarations } from "./bundle-declarations.ts";

const LONG = "a description that each file which imports it need not say again";

it.each([
  {
    what: "one file each and one of what they share, if there are many",
    given: {
      "index.d.ts":
        'export type { A } from "./deep/of/many/folders/a.js";\nexport type { B } from "./b.js";\n',
      "deep/of/many/folders/a.d.ts":
        'import type { B } from "../../../../b.js";\nexport interface A { b: B }\n',
      "b.d.ts": `/** ${LONG} */\nexport interface B { b: 1 }\n`,
      "testing/index.d.ts":
        'import type { B } from "../b.js";\nimport type { C } from "./one/two/three/four/c.js";\nexport declare const b: B & C;\n',
      "testing/one/two/three/four/c.d.ts":
        'import type { B } from "../../../../../b.js";\nexport interface C { c: B }\n',
    },
    want: ["index.d.ts", "shared/b.d.ts", "testing/index.d.ts"],
    index: /interface A \{\s*b: B;?\s*\}/,
  },
  {
    what: "its files as they are, if that is less",
    given: {
      "index.d.ts": 'export * from "./b.js";\n',
      "b.d.ts": ["One", "Two", "Three", "Four", "Five"].map((name) => `export type ${name} = 1;\n`).join(""),
      "testing/index.d.ts": 'export * from "../b.js";\n',
    },
    want: ["b.d.ts", "index.d.ts", "testing/index.d.ts"],
    index: /^export \* from ".\/b.js";\n$/,
  },
])("leaves a package $what", async ({ given, want, index }) => {
  const dist = await temporaryFolder();
  for (const [name, text] of Object.entries(given)) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), text);
  }

  await bundleDeclarations(dist, { entries: ["src/index.ts", "src/testing/index.ts"] });

  const left = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith(".d.ts"));
  expect(left.sort()).toEqual(want);
  expect(await readFile(join(dist, "index.d.ts"), "utf8")).toMatch(index);
});

it("is not made of what is not there", async () => {
  const dist = await temporaryFolder();
  await writeFile(join(dist, "index.d.ts"), 'export type { A } from "./nowhere.js";\n');
  await expect(bundleDeclarations(dist, { entries: ["src/index.ts"] })).rejects.toThrow(/nowhere/);
});
