import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { findProvider, judgeableProviders, knownProviders } from "./find-provider.ts";

// What the kit brings along is `specs` of this workspace, as long as it runs from its sources.
const own = knownProviders();
const [first = ""] = own;
const root = sharedFolder();

beforeAll(async () => {
  await mkdir(join(root, "project/src/deep"), { recursive: true });
  await mkdir(join(root, "project/specs/acme-jobs"), { recursive: true });
  await write("workspace/pnpm-workspace.yaml", "");
  await write(
    "workspace/specs/acme-jobs/openapi.yaml",
    '{ openapi: 3.1.1, info: { title: Acme, version: "1" }, paths: { /a: { get: { operationId: a, responses: { "204": { description: "" } } } } } }',
  );
  await write("workspace/specs/README.md", "");
  await mkdir(join(root, "workspace/packages"));
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

test.each([
  { from: "project", want: own },
  { from: "project/src/deep", want: own },
  { from: "workspace", want: ["acme-jobs"] },
  { from: "workspace/packages", want: ["acme-jobs"] },
])("the providers from $from: $want", ({ from, want }) => {
  expect(knownProviders(join(root, from))).toEqual(want);
  expect(judgeableProviders({ client: false }, join(root, from))).toEqual(want);
});

test("in a workspace, all of them are judged through their clients", () => {
  expect(judgeableProviders({}, join(root, "workspace"))).toEqual(["acme-jobs"]);
});

describe("a provider", () => {
  test.each([
    { name: first, from: "project/src/deep" },
    { name: first, from: "." },
    { name: "acme-jobs", from: "workspace/packages" },
  ])("$name from $from has its document", async ({ name, from }) => {
    expect((await findProvider(name, join(root, from))).document.name).toBe(name);
  });

  test.each([
    { name: "gone", from: "project", want: `one of ${own.join(", ")}, or the path of an OpenAPI document` },
    { name: first, from: "workspace", want: "one of acme-jobs, or the path of an OpenAPI document" },
  ])("$name from $from is not known, and what is known is told", async ({ name, from, want }) => {
    await expect(findProvider(name, join(root, from))).rejects.toMatchObject({
      message: expect.stringContaining(`no such provider: ${name}`),
      lesson: expect.objectContaining({ expected: want }),
    });
  });
});
