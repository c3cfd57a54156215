import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { isInstalled } from "./installed-clients.ts";

const root = sharedFolder();

beforeAll(async () => {
  const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
  await write("project/node_modules/@settled/acme-jobs-client/package.json", JSON.stringify({ exports }));
  await write("project/node_modules/@settled/acme-jobs-client/index.js", "");
  await write("node_modules/@settled/acme-rpc-client/index.js", "");
  // What is left of one that was removed.
  await write("project/node_modules/@settled/acme-gone-client/README.md", "");
  await mkdir(join(root, "project/src/deep"), { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

test.each([
  { provider: "acme-jobs", from: "project", want: true },
  { provider: "acme-jobs", from: "project/src/deep", want: true },
  { provider: "acme-jobs", from: ".", want: false },
  { provider: "acme-rpc", from: "project", want: true },
  { provider: "acme-gone", from: "project", want: false },
  { provider: "acme-none", from: "project", want: false },
])("the client of $provider, from $from: $want", ({ provider, from, want }) => {
  expect(isInstalled(provider, join(root, from))).toBe(want);
});
