import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sharedFolder } from "../../test/temporary-folder.ts";
import { TeachingError } from "../teaching-error.ts";
import { checkOutputs } from "./check-outputs.ts";

const folder = sharedFolder();
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  await writeFile(at("openapi.yaml"), "");
  await symlink("openapi.yaml", at("link.yaml"));
});

describe("a report in place of what the run reads", () => {
  test.each([
    { name: "itself", input: "openapi.yaml", output: "openapi.yaml" },
    { name: "by another name", input: "openapi.yaml", output: "./openapi.yaml" },
    { name: "by a link to it", input: "openapi.yaml", output: "link.yaml" },
    { name: "where that is a link", input: "link.yaml", output: "openapi.yaml" },
    { name: "that is going to be written", input: "run.jsonl", output: "run.jsonl" },
  ])("is refused: $name", ({ input, output }) => {
    const outputs = [{ reporter: "html" as const, file: `${folder}/${output}` }];
    expect(() => checkOutputs(outputs, undefined, [undefined, at(input)])).toThrow(TeachingError);
    expect(() => checkOutputs([], `${folder}/${output}`, [at(input)])).toThrow("would be overwritten");
  });

  test.each([
    { name: "another file", outputs: [{ reporter: "html" as const, file: "report.html" }] },
    { name: "the terminal", outputs: [{ reporter: "pretty" as const }] },
  ])("and $name is not", ({ outputs }) => {
    expect(() => checkOutputs(outputs, "missing", [at("openapi.yaml"), "missing"])).not.toThrow();
  });
});

describe("a report that cannot be written, before anything is asked", () => {
  test.each([
    { name: "in no folder", file: "none/report.html", want: "ENOENT" },
    { name: "below a file", file: "openapi.yaml/report.html", want: "ENOTDIR" },
    { name: "in place of a folder", file: "", want: "EISDIR" },
    ...(process.getuid?.() === 0 ? [] : [{ name: "in a locked folder", file: "locked/a", want: "EACCES" }]),
  ])("$name: $want", async ({ file, want }) => {
    await mkdir(at("locked"), { recursive: true });
    await chmod(at("locked"), 0o500);
    const outputs = [{ reporter: "html" as const, file: at(file) }];
    expect(() => checkOutputs(outputs, undefined, [])).toThrow(`cannot write ${at(file)}: ${want}`);
    expect(() => checkOutputs([], at(file), [])).toThrow(want);
  });

  test("a device is written to, wherever it stands", () => {
    expect(() => checkOutputs([{ reporter: "html", file: "/dev/null" }], undefined, [])).not.toThrow();
  });
});
