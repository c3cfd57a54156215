import { _, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Document } from "../document/document.ts";
import type { JsonObject } from "../document/json.ts";
import { encoded, type Pointer } from "../document/pointer.ts";
import { walkObjects } from "../document/walk-objects.ts";
import { TeachingError } from "../teaching-error.ts";
import { alikeIn } from "./alike-schemas.ts";
import { closeSchemas } from "./close-schemas.ts";
import { directed } from "./directed.ts";
import { formats } from "./formats.ts";
import { answerSchemas, listSchemas } from "./list-schemas.ts";
import { extensions, modernise } from "./modernise.ts";
import { regExp } from "./reg-exp.ts";
import { exportName, type Validator, type Validators } from "./run-validators.ts";

// OAS 3.1.1 §4.8.24: what OpenAPI adds to JSON Schema. They describe, and judge nothing.
const OPENAPI_KEYWORDS = ["discriminator", "xml", "externalDocs", "example"];

// OAS 3.1.1 §4.8.1: the members of the document itself, which Ajv takes for a schema on its way to one.
const ROOT_MEMBERS = [
  "openapi",
  "info",
  "jsonSchemaDialect",
  "servers",
  "paths",
  "webhooks",
  "components",
  "security",
  "tags",
];

const OPTIONS: Options = {
  // Unknown keywords and formats are errors. The rest of strict mode is about style (a `required` member
  // without a `type` beside it), and a vendor's style is not ours to judge.
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allErrors: true,
  // Or `constructor` counts as a member that is there.
  ownProperties: true,
  // JSON Schema 2020-12 §6.3.3 with ECMA-262: `\p{L}` needs the `u` flag.
  unicodeRegExp: true,
  validateSchema: false,
  logger: false,
};

/** Whether members that are not documented are a deviation where the document does not say so itself. */
export type Strangers = "refused" | "admitted";

/**
 * Compiles all validators of a document into the text of one CommonJS module, to be loaded by `runModule`.
 *
 * @throws TeachingError when a schema cannot be compiled.
 */
export function compileModule(document: Document, strangers: Strangers = "refused"): string {
  const compiler = createCompiler(document, strangers);
  const { ajv, reference } = compiler;
  const names = new Map<string, string>();
  const others: string[] = [];
  for (const [index, pointer] of listSchemas(document).entries()) {
    compile(compiler, document, pointer);
    const [name, known] = [exportName(index), names.get(reference(pointer))];
    if (known === undefined) names.set(reference(pointer), name);
    else others.push(`exports.${name} = exports.${known};`);
  }
  const references = Object.fromEntries([...names].map(([to, name]) => [name, to]));
  return [withOwnLookups(standalone.default(ajv, references)), ...others].join("\n");
}

/** Validators that are compiled one by one, when first asked for: for a document that is asked for few. */
export function lazyValidators(document: Document, strangers: Strangers = "refused"): Validators {
  const compiler = createCompiler(document, strangers);
  return { get: (pointer) => compile(compiler, document, pointer) as Validator | undefined };
}

// Ajv keeps what some branch has evaluated in an object, and asks it for `constructor`, too, which every object has.
function withOwnLookups(code: string): string {
  return code.replace(/!(props\d+)\[(key\d+)\]/g, "!Object.hasOwn($1, $2)");
}

interface Compiler {
  readonly ajv: Ajv2020;
  /** What the schema at a pointer is known as, and all that are like it. */
  readonly reference: (pointer: Pointer) => string;
}

function createCompiler(document: Document, strangers: Strangers): Compiler {
  const { root } = document;
  const [asked, answered] = [directed(root, "request"), directed(root, "answer")];
  const closed = copyOf(asked, strangers);
  modernise(closed);
  const code = { source: true, lines: true, formats: _`require("formats")`, regExp, process: withOwnLookups };
  const ajv = new Ajv2020({ ...OPTIONS, formats: { ...unknownFormats(root), ...formats }, code });
  ajv.addVocabulary([...ROOT_MEMBERS, ...OPENAPI_KEYWORDS, ...extensions(root)]);
  ajv.addSchema(closed, "document");
  const ofRequests = alikeIn(closed);
  const known = (pointer: Pointer) => `document${encoded(ofRequests(pointer))}`;
  if (asked === answered) return { ajv, reference: known };
  const answers = copyOf(answered, strangers);
  modernise(answers);
  ajv.addSchema(answers, "answers");
  const ofAnswers = alikeIn(answers);
  const pointers = answerSchemas(document);
  const reference = (pointer: Pointer) =>
    pointers.has(pointer) ? `answers${encoded(ofAnswers(pointer))}` : known(pointer);
  return { ajv, reference };
}

function copyOf(root: JsonObject, strangers: Strangers): JsonObject {
  return strangers === "refused" ? closeSchemas(root) : (JSON.parse(JSON.stringify(root)) as JsonObject);
}

function compile({ ajv, reference }: Compiler, { source }: Document, pointer: Pointer): unknown {
  try {
    return ajv.getSchema(reference(pointer));
  } catch (cause) {
    throw new TeachingError(
      {
        what: `a schema cannot be compiled: ${(cause as Error).message}`,
        where: `${source} ${pointer}`,
        expected: "a JSON Schema (2020-12) with known keywords and formats",
      },
      { cause },
    );
  }
}

// JSON Schema 2020-12 §7.2.3: a format that is not known is not asserted.
function unknownFormats(root: JsonObject): Record<string, true> {
  const names: Record<string, true> = {};
  walkObjects(root, ({ format }) => {
    if (typeof format === "string") names[format] = true;
  });
  return names;
}
