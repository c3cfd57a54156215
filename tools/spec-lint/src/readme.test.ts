import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseOpenApi } from "./document.ts";
import { lintDocument } from "./lint-specs.ts";
import { rules } from "./rules/index.ts";
import { loadVocabulary } from "./vocabulary.ts";

const specs = fileURLToPath(new URL("../../../specs", import.meta.url));
const readme = readFileSync(`${specs}/README.md`, "utf8");
const schema = JSON.parse(readFileSync(`${specs}/vocabulary.schema.json`, "utf8"));

test("the whole spec in specs/README.md has no finding", async () => {
  const [example = ""] = yamlBlocks().filter((block) => block.startsWith("openapi:"));
  const { findings } = await lintDocument(parseOpenApi(example, "README", loadVocabulary(specs)));
  expect(findings).toEqual([]);
});

test.each([
  { table: "keyword", want: Object.keys(schema.properties) },
  { table: "state", want: Object.keys(schema.properties["x-lro-status"].properties) },
  { table: "rule", want: rules.map(({ name }) => name) },
])("the table of each $table names what there is, in that order", ({ table, want }) => {
  expect(firstColumn(table)).toEqual(want);
});

function yamlBlocks(): string[] {
  return [...readme.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, block = ""]) => block);
}

function firstColumn(heading: string): string[] {
  const start = readme.search(new RegExp(`^\\| ${heading} +\\|`, "mu"));
  const [table = ""] = readme.slice(start).trim().split("\n\n");
  const rows = table.split("\n").slice(2);
  return rows.map((row) => /^\| `([^`]+)`/u.exec(row)?.[1] ?? row);
}
