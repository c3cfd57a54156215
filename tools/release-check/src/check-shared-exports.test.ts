import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkSharedExports } from "./check-shared-exports.ts";

const shared = "export class RequestError extends Error {}";

test.each([
  {
    what: "share a class",
    given: {
      "shared.js": shared,
      "a.js": 'export * from "./shared.js";',
      "b.js": 'export * from "./shared.js";',
    },
    want: [],
  },
  { what: "have nothing in common", given: { "a.js": "export const a = 1;", "b.js": shared }, want: [] },
  {
    what: "have a class each",
    given: { "a.js": shared, "b.js": shared },
    want: ["RequestError: is another in ./b than in ."],
  },
])("entry points that $what", async ({ given, want }) => {
  const folder = await mkdtemp(join(tmpdir(), "shared-exports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ "package.json": '{ "type": "module" }', ...given }))
    await writeFile(join(folder, name), text);
  const exports = { ".": { default: "./a.js" }, "./b": { default: "./b.js" }, "./c.json": "./c.json" };
  expect(await checkSharedExports(folder, exports)).toEqual(want);
});
