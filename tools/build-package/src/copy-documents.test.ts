import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { copyDocuments } from "./copy-documents.ts";

async function copied(files: readonly string[], folders: readonly string[]): Promise<string[]> {
  const root = await temporaryFolder();
  const directory = join(root, "packages/kit");
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), "");
  }
  await mkdir(join(directory, "dist"), { recursive: true });
  await copyDocuments(directory, folders);
  const all = await readdir(join(directory, "dist"), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(directory.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

const specs = [
  "specs/README.md",
  "specs/words.json",
  "specs/a/openapi.yaml",
  "specs/a/observed.overlay.yaml",
];

test.each([
  {
    what: "every document, and nothing else",
    folders: ["specs"],
    want: ["dist/specs/a/observed.overlay.yaml", "dist/specs/a/openapi.yaml"],
  },
  { what: "nothing where none is published", folders: [], want: [] },
])("$what", async ({ folders, want }) => {
  expect(await copied(specs, folders)).toEqual(want);
});

test("a folder that the workspace has not is an error", async () => {
  await expect(copied([], ["specs"])).rejects.toThrow("ENOENT");
});
