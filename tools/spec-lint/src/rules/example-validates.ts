import type { Rule } from "../finding.ts";
import { type Path, toPointer } from "../json-pointer.ts";
import { examplesOf } from "../openapi/examples-of.ts";
import { describeErrors } from "../schema/describe-error.ts";
import { createSchemaCompiler, type SchemaCompiler } from "../schema/schema-compiler.ts";

export const exampleValidates: Rule = {
  name: "example-validates",
  why: "Examples are what the mock handlers answer and what the tests expect; one that breaks its own schema proves the opposite.",
  check: (document) => {
    const compiler = createSchemaCompiler(document);
    return examplesOf(document.root).flatMap(({ path, value, schema }) => {
      const validate = compileOrSkip(compiler, schema);
      return describeErrors(validate(value)).map(({ at, found, expected, sample }) => ({
        at: [...path, ...at],
        found,
        expected,
        example: sample === undefined ? `see ${toPointer(schema)}` : written([...path, ...at], sample),
      }));
    });
  },
};

// A schema that does not compile is reported once, by `schema-compiles`.
function compileOrSkip(compiler: SchemaCompiler, schema: Path): ReturnType<SchemaCompiler["compile"]> {
  try {
    return compiler.compile(schema);
  } catch {
    return () => [];
  }
}

// As it stands in the example: `state: DONE`, or `- DONE` in a list.
function written(path: Path, sample: unknown): string {
  const name = String(path.at(-1));
  return /^\d+$/u.test(name) ? `- ${JSON.stringify(sample)}` : `${name}: ${JSON.stringify(sample)}`;
}
