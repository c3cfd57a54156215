import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describeService } from "codegen/src/describe/service.ts";
import { emitFiles } from "codegen/src/emit/files.ts";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareEditions } from "../src/compare/compare.ts";
import { editionOf } from "./edition-of.ts";
import type { Row } from "./rows/acme.ts";
import { rows } from "./rows/index.ts";

/**
 * The verdicts, held against what TypeScript itself says: a consumer that was written against the client of the
 * version before compiles there; against the client of the version after it does, unless a verdict says that the
 * types break somebody.
 */
const consumers = rows.filter((row): row is Row & { consumer: string } => row.consumer !== undefined);
const root = resolve(import.meta.dirname, "../../..");
let folder: string;
let errors: Map<string, string[]>;

beforeAll(async () => {
  // Below the root, so that what a client imports is found.
  folder = mkdtempSync(join(root, ".cache-spec-diff-"));
  const files: string[] = [];
  for (const [index, { before, after, consumer }] of consumers.entries()) {
    files.push(await writeConsumer(join(folder, `${index}`, "before"), before, consumer));
    files.push(await writeConsumer(join(folder, `${index}`, "after"), after, consumer));
  }
  errors = compile(files);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what TypeScript says of a consumer of the version before", () => {
  test.each(consumers.map((row, index) => ({ ...row, index })))(
    "$what",
    async ({ before, after, index, consumer }) => {
      const changes = compareEditions({ before: await editionOf(before), after: await editionOf(after) });
      const broken = changes.filter(({ felt }) => felt === "types");
      expect(errors.get(join(folder, `${index}`, "before", "consumer.ts")), consumer).toEqual(undefined);
      const said = errors.get(join(folder, `${index}`, "after", "consumer.ts"));
      if (broken.length > 0) expect(said, `${broken.map(({ says }) => says)}\n${consumer}`).toBeDefined();
      else expect(said, consumer).toEqual(undefined);
    },
  );
});

test("every rule that is felt in the types is held against TypeScript", async () => {
  const { rules } = await import("../src/rules/index.ts");
  const held = new Set(consumers.flatMap(({ want }) => want.map((line) => line.split(" ")[2])));
  const felt = Object.entries(rules).flatMap(([name, { felt }]) => (felt === "types" ? [name] : []));
  expect(felt.filter((name) => !held.has(name))).toEqual([]);
});

/** A client that is generated from a document, and beside it the code that uses it. */
async function writeConsumer(place: string, document: unknown, consumer: string): Promise<string> {
  const { observed } = await editionOf(document);
  const service = describeService("acme", observed);
  const edition = { service, documented: service, overlay: undefined, version: "0.0.0", license: "" };
  for (const [path, text] of await emitFiles(edition)) {
    if (!/^(src\/|package\.json|openapi\.json)/.test(path)) continue;
    const file = join(place, "client", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const file = join(place, "consumer.ts");
  const head = 'import { createClient } from "./client/src/index.ts";\nconst acme = createClient();\n';
  writeFileSync(
    file,
    `${head}export async function consume(): Promise<void> {\n${consumer}\n}\nvoid acme;\n`,
  );
  return file;
}

/** One program for all, so that the library and the runtime are read once. Errors by file. */
function compile(files: readonly string[]): Map<string, string[]> {
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) =>
    readFileSync(path, "utf8"),
  );
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const runtime = join(root, "packages/runtime/src");
  const program = ts.createProgram(files, {
    ...options,
    types: ["node"],
    isolatedDeclarations: false,
    declaration: false,
    paths: {
      "@settled/runtime": [join(runtime, "index.ts")],
      "@settled/runtime/testing": [join(runtime, "testing/index.ts")],
      "@settled/runtime/validate": [join(runtime, "validate/index.ts")],
      "@settled/runtime/marks": [join(runtime, "wait/marks.ts")],
      "@settled/runtime/waiting": [join(runtime, "wait/waiting.ts")],
    },
  });
  const found = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source
      ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      : [];
  });
  const grouped = Map.groupBy(found, ({ file }) => resolve(file?.fileName ?? ""));
  return new Map(
    [...grouped].map(([file, some]) => [
      file,
      some.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}
