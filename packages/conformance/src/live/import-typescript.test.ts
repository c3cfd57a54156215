import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { importTypeScript } from "./import-typescript.ts";

const folder = sharedFolder();
beforeAll(async () => {
  await writeFile(join(folder, "ids.ts"), 'export const ids: Record<string, string> = { jobId: "7" };');
});

async function load(text: string): Promise<unknown> {
  const file = join(folder, `${crypto.randomUUID()}.mts`);
  await writeFile(file, text);
  return importTypeScript(pathToFileURL(file).href);
}

describe("a TypeScript module, on a Node that must be asked to strip types", { timeout: 60_000 }, () => {
  test.each([
    {
      name: "with types",
      given: "type A = { a: number }; export default { a: 1 } satisfies A;",
      want: { a: 1 },
    },
    {
      name: "that imports others",
      given: 'import { ids } from "./ids.ts"; export default { ids };',
      want: { ids: { jobId: "7" } },
    },
    {
      name: "that prints",
      given: 'console.log("{}"); export default { limits: { rate: 0.5 } as const };',
      want: { limits: { rate: 0.5 } },
    },
    { name: "without a default export", given: "export const a: number = 1;", want: undefined },
  ])("$name", async ({ given, want }) => {
    expect(await load(given)).toEqual(want);
  });

  test.each([
    { name: "throws", given: 'throw new Error("no way")', want: "no way" },
    { name: "cannot be read", given: "export default {", want: "" },
    { name: "has more than types", given: "enum A { B }; export default A;", want: "enum" },
    { name: "is no data", given: "export default { ids: () => 1 };", want: "could not be cloned" },
    { name: "ends the process", given: "process.exit(3)", want: "the module ended its process: 3" },
    { name: "is not there", given: 'import "./nowhere.ts";', want: "Cannot find module" },
  ])("one that $name", async ({ given, want }) => {
    await expect(load(given)).rejects.toThrow(want);
  });
});
