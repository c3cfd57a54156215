import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findProvider } from "./find-provider.ts";
import { installedProviders } from "./installed-clients.ts";

let root = "";
const document = JSON.stringify({
  openapi: "3.1.1",
  info: { title: "Acme", version: "1" },
  paths: { "/a": { get: { operationId: "a", responses: { 204: { description: "" } } } } },
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "settled-installed-"));
  await write("project/node_modules/@settled/acme-jobs-client/package.json", "{}");
  await write("project/node_modules/@settled/acme-jobs-client/openapi.json", document);
  await write("project/node_modules/@settled/runtime/package.json", "{}");
  // Where a link, or a resolver that needs no such folder, finds it: elsewhere, by what package.json says.
  await write("node_modules/@settled/acme-rpc-client/openapi.json", document);
  await write(
    "project/package.json",
    JSON.stringify({
      devDependencies: { "@settled/acme-rpc-client": "1.0.0", "@settled/gone-client": "1.0.0" },
    }),
  );
  await mkdir(join(root, "project/src/deep"), { recursive: true });
  await write("broken/package.json", "{");
});
afterAll(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

test.each([
  { from: "project", want: ["acme-jobs", "acme-rpc"] },
  { from: "project/src/deep", want: ["acme-jobs", "acme-rpc"] },
  { from: "broken", want: [] },
])("from $from: $want", ({ from, want }) => {
  expect(installedProviders(join(root, from))).toEqual(want);
});

test("an installed client's document is found from a folder below", async () => {
  const { document } = await findProvider("acme-jobs", join(root, "project/src/deep"));
  expect(document.name).toBe("acme-jobs");
});

test("what package.json asks for and is not installed is taught", async () => {
  await expect(findProvider("gone", join(root, "project"))).rejects.toThrow("no such provider: gone");
});
