import type { Finding, Rule } from "../finding.ts";
import { fromPointer, type Path, toPointer } from "../json-pointer.ts";
import { type OasObject, objectsNamed } from "../openapi/walk-objects.ts";
import { describeErrors } from "../schema/describe-error.ts";
import { formats } from "../schema/formats.ts";
import { createSchemaCompiler, type SchemaCompiler } from "../schema/schema-compiler.ts";

export const schemaCompiles: Rule = {
  name: "schema-compiles",
  why: "The judge compiles every schema in Ajv's strict mode; one that does not compile judges nothing.",
  check: (document) => {
    const compiler = createSchemaCompiler(document);
    const schemas = objectsNamed(document.root, "Schema Object");
    const outermost = schemas.filter(({ parent }) => parent !== "Schema Object");
    const malformed = outermost.flatMap(({ path, node }) =>
      describeErrors(compiler.checkSchema(node)).map((error) => ({
        ...error,
        at: [...path, ...error.at],
        example,
      })),
    );
    if (malformed.length > 0) return malformed;

    const failing = outermost.filter(({ path }) => messageOf(compiler, path) !== undefined);
    const suspects = schemas.filter(({ path }) => failing.some((schema) => isWithin(path, schema.path)));
    return causesAmong(suspects, compiler);
  },
};

// A failure shows at every schema around it, and at every schema that refers to it: the cause is the innermost.
function causesAmong(suspects: readonly OasObject[], compiler: SchemaCompiler): Finding[] {
  const failing = suspects.filter(({ path }) => messageOf(compiler, path) !== undefined);
  const pointers = new Set(failing.map(({ path }) => toPointer(path)));
  const isConsequence = ({ path, node }: OasObject): boolean => {
    const target = typeof node.$ref === "string" ? fromPointer(node.$ref) : undefined;
    if (target && pointers.has(toPointer(target))) return true;
    return failing.some((other) => other.path !== path && isWithin(other.path, path));
  };
  const causes = failing.filter((schema) => !isConsequence(schema));
  return (causes.length > 0 ? causes : failing.slice(0, 1)).flatMap(({ path }) => {
    const message = messageOf(compiler, path) ?? "";
    if (saidElsewhere.test(message)) return [];
    const found = message
      .replace(/^strict mode: /u, "")
      .replace(/ (?:ignored in schema )?at (?:path )?".*$/u, "");
    return [{ at: path, found, expected: "a schema that compiles in Ajv's strict mode", example }];
  });
}

// By `known-keywords`, which says what was meant, and by `no-pattern-properties`.
const saidElsewhere = /unknown keyword: "x-|Invalid regular expression/u;

function messageOf(compiler: SchemaCompiler, schema: Path): string | undefined {
  try {
    compiler.compile(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.every((step, index) => path[index] === step);
}

const example = `type: string   # the type beside the keywords that need one
format: uuid   # one of ${Object.keys(formats).join(", ")}`;
