import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkEntryPoints } from "./check-entry-points.ts";

const manifest = {
  name: "@acme/a",
  version: "1.0.0",
  type: "module",
  license: "Apache-2.0",
  engines: { node: ">=20.19" },
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
};
const files = {
  "dist/index.js": "export const a = 1;\n",
  "dist/index.d.ts": "export declare const a: number;\n",
};
let folder = "";
afterEach(() => rmSync(folder, { recursive: true }));

function packed(given: Readonly<Record<string, string>>, exports: object = manifest.exports) {
  folder = mkdtempSync(join(tmpdir(), "entry-points-"));
  const text = JSON.stringify({ ...manifest, exports });
  for (const [path, content] of Object.entries({ "package.json": text, ...given })) {
    mkdirSync(dirname(join(folder, "package", path)), { recursive: true });
    writeFileSync(join(folder, "package", path), content);
  }
  execFileSync("tar", ["-czf", "a.tgz", "package"], { cwd: folder });
  return {
    manifest,
    tarball: new Uint8Array(readFileSync(join(folder, "a.tgz"))),
    files: new Map<string, string>(),
  };
}

test.each([
  { what: "as they shall be", given: packed, want: [] },
  {
    what: "in CommonJS, by their text",
    given: () => packed({ ...files, "dist/index.js": "module.exports = { a: 1 };\n" }),
    want: [/^publint: .*CJS/],
  },
  {
    what: "without the file",
    given: () => packed({ "dist/index.d.ts": files["dist/index.d.ts"] }),
    want: [/^publint: .*does not exist/],
  },
  {
    what: "without types",
    given: () => packed({ "dist/index.js": files["dist/index.js"] }, { ".": "./dist/index.js" }),
    want: [/^attw: .*no types/],
  },
  {
    what: "with types that lead nowhere",
    given: () => packed({ ...files, "dist/index.d.ts": 'export { a } from "./gone.js";\n' }),
    want: [/^attw: .*InternalResolutionError/],
  },
])("entry points $what", async ({ given, want }) => {
  const findings = await checkEntryPoints(given(files));
  for (const pattern of want) expect(findings).toContainEqual(expect.stringMatching(pattern));
  if (want.length === 0) expect(findings).toEqual([]);
});
