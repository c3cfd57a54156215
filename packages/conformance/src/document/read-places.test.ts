import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { keptFiles } from "../cache/kept-files.ts";
import { keptJson } from "../cache/kept-json.ts";
import { readPlaces } from "./read-places.ts";

const TEXT = `# A comment.
paths:
  /jobs/{id}:
    get: { tags: [one, "two"] }
    200: by number
  __proto__: &shared
    a: 1
again: *shared
`;

let folder = "";
beforeEach(async () => {
  folder = temporaryFolder();
  await writeFile(join(folder, "openapi.yaml"), TEXT);
});

const kept = () => keptJson("places", keptFiles(join(folder, "kept")));
const read = () => readPlaces(join(folder, "openapi.yaml"), kept());

describe("where a thing stands", () => {
  test.each([
    { given: "#/paths", want: { line: 3, column: 3 } },
    { given: "#/paths/~1jobs~1{id}/get/tags/1", want: { line: 4, column: 24 } },
    { given: "#/paths/__proto__/a", want: { line: 7, column: 8 } },
    // The nearest thing above.
    { given: "#/paths/~1jobs~1{id}/get/tags/2/name", want: { line: 4, column: 18 } },
    { given: "#/paths/~1jobs~1{id}/200", want: { line: 4, column: 5 } },
    { given: "#/paths/constructor/name", want: { line: 3, column: 3 } },
    { given: "#/again/a", want: { line: 8, column: 8 } },
    { given: "#/nowhere", want: undefined },
    { given: "#", want: undefined },
  ])("$given", async ({ given, want }) => {
    expect((await read())(given)).toEqual(want);
    expect(await readdir(join(folder, "kept"))).toHaveLength(1);
    // As it was kept.
    expect((await read())(given)).toEqual(want);
  });

  test("is asked of each text anew", async () => {
    await read();
    await writeFile(join(folder, "openapi.yaml"), `# One more line.\n${TEXT}`);
    expect((await read())("#/paths")).toEqual({ line: 4, column: 3 });
  });

  test.each([
    { name: "a text that is no YAML", given: "a: [", want: "openapi.yaml:1:5" },
    { name: "a text of nothing", given: "", want: undefined },
  ])("of $name", async ({ given, want }) => {
    await writeFile(join(folder, "openapi.yaml"), given);
    const found = read().then(
      (find) => find("#/a"),
      (error: Error) => error.message,
    );
    expect(await found).toEqual(want === undefined ? undefined : expect.stringContaining(want));
  });
});
