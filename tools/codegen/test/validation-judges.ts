import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Validation } from "../src/describe/validation.ts";
import type { OpenApiDocument } from "../src/spec/document.ts";

/** A place where a value is not what a schema asks for. */
export interface Wrong {
  readonly at: string;
  /** Of Ajv: what it asks for. */
  readonly keyword?: string;
}

/** What is wrong with a value by a schema. */
export type Judge<Schema> = (schema: Schema, value: unknown) => readonly Wrong[];

const root = join(import.meta.dirname, "../../..");

/** The runtime's, by the table that codegen makes. */
export async function runtimeJudge({ schemas }: Validation): Promise<Judge<number>> {
  // By its path: a tool imports no package, but what it makes is for this one.
  const file = join(root, "packages/runtime/src/validate/judge.ts");
  const module = (await import(pathToFileURL(file).href)) as {
    createJudge(table: Validation["schemas"]): Judge<number>;
  };
  return module.createJudge(schemas);
}

/** Ajv's, by pointers into the document itself. */
export async function ajvJudge(document: OpenApiDocument): Promise<Judge<string>> {
  const require = createRequire(join(root, "tools/spec-lint/package.json"));
  const { Ajv2020 } = require("ajv/dist/2020.js") as { Ajv2020: new (options: object) => Ajv };
  const { formats } = (await import(
    pathToFileURL(join(root, "tools/spec-lint/src/schema/formats.ts")).href
  )) as { formats: object };
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allErrors: true,
    ownProperties: true,
    unicodeRegExp: true,
    validateSchema: false,
    logger: false,
    formats,
  });
  ajv.addVocabulary([...new Set([...Object.keys(document), ...OPENAPI, ...extensions(document)])]);
  ajv.addSchema(document, "document");
  return (pointer, value) => {
    const validate = ajv.getSchema(`document#${pointer}`);
    if (!validate) throw new Error(`there is no schema at ${pointer}`);
    return validate(value) ? [] : (validate.errors ?? []).map(toWrong);
  };
}

interface Ajv {
  addVocabulary(keywords: readonly string[]): void;
  addSchema(schema: object, key: string): void;
  getSchema(key: string): AjvValidator | undefined;
}

interface AjvValidator {
  (value: unknown): boolean;
  errors?: readonly AjvError[] | null;
}

interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly missingProperty?: string };
}

// OAS 3.1.1 §4.8.24.2: the keywords that OpenAPI adds to JSON Schema.
const OPENAPI = ["discriminator", "example", "externalDocs", "xml"];

function extensions(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, member]) => [
    ...(name.startsWith("x-") ? [name] : []),
    ...extensions(member),
  ]);
}

/** Ours stands at the member that is missing, Ajv's at the object that it is missing from. */
function toWrong({ instancePath, keyword, params: { missingProperty } }: AjvError): Wrong {
  if (missingProperty === undefined) return { at: instancePath, keyword };
  return { at: `${instancePath}/${missingProperty.replaceAll("~", "~0").replaceAll("/", "~1")}`, keyword };
}
