import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { OpenApiDocument } from "../document.ts";
import { type Path, toFragment } from "../json-pointer.ts";
import { formats } from "./formats.ts";

export interface SchemaCompiler {
  /** @throws Error if the schema, or one that it refers to, does not compile. */
  readonly compile: (schema: Path) => (value: unknown) => readonly ErrorObject[];
  /** What the JSON Schema 2020-12 meta-schema has against a schema. */
  readonly checkSchema: (schema: object) => readonly ErrorObject[];
}

/** Compiles schemas where they stand: by JSON pointer into the raw document, as the judge does. */
export function createSchemaCompiler(document: OpenApiDocument): SchemaCompiler {
  const ajv = new Ajv2020({
    strict: true,
    // Redocly's `no-required-schema-properties-undefined` says it already, and looks through `allOf` as it does.
    strictRequired: false,
    // `type: [string, integer]` is JSON Schema 2020-12, and vendors do answer with either.
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    unicodeRegExp: true,
    formats,
    logger: false,
  });
  // Ajv compiles the root of what a pointer leads into, and takes the root's fields for keywords. (In a schema
  // they are refused all the same: Redocly's `struct` knows where each belongs.)
  const rootFields = Object.keys(document.root);
  ajv.addVocabulary([
    ...new Set([...oasBaseVocabulary, ...document.vocabulary.keywords.keys(), ...rootFields]),
  ]);
  assertEmbeddedJson(ajv);
  ajv.addSchema(document.root, documentId, undefined, false); // not a schema itself: it only holds them

  return {
    compile: (schema) => {
      const validate = ajv.getSchema(documentId + toFragment(schema));
      if (!validate) throw new Error("there is no schema here");
      return (value) => errorsOf(validate, value);
    },
    checkSchema: (schema) => {
      ajv.validateSchema(schema as Record<string, unknown>);
      return [...(ajv.errors ?? [])];
    },
  };
}

const documentId = "document:openapi";

// OAS 3.1.1 §4.8.24.2: the keywords that OpenAPI adds to JSON Schema.
const oasBaseVocabulary = ["discriminator", "example", "externalDocs", "xml"];

// JSON Schema 2020-12 validation §8 only annotates. A sample of JSON text which does not parse is of no use.
function assertEmbeddedJson(ajv: Ajv2020): void {
  ajv.removeKeyword("contentMediaType");
  ajv.addKeyword({
    keyword: "contentMediaType",
    type: "string",
    schemaType: "string",
    validate: (mediaType: string, text: string) =>
      !/^application\/(?:\S+\+)?json\b/u.test(mediaType) || isJson(text),
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : [...(validate.errors ?? [])];
}
