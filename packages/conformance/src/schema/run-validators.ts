import { createRequire } from "node:module";
import type { Document } from "../document/document.ts";
import type { Pointer } from "../document/pointer.ts";
import { formats } from "./formats.ts";
import { listSchemas } from "./list-schemas.ts";
import { regExp } from "./reg-exp.ts";

/** One error of a validator, as Ajv words it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Judges one value; its errors stand on the function until the next call. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** The validators of one document, by the pointer of their schema. */
export interface Validators {
  get(schema: Pointer): Validator | undefined;
}

/**
 * Runs the module that `compileModule` wrote.
 *
 * @throws Error when the code is not that module: a validator that is missing would find nothing wrong.
 */
export function runModule(document: Document, code: string): Validators {
  const module = { exports: {} as Record<string, Validator> };
  const load = createRequire(import.meta.url);
  const own: Readonly<Record<string, unknown>> = { formats, regExp };
  const require = (id: string) => own[id] ?? load(id);
  new Function("module", "exports", "require", code)(module, module.exports, require);
  return new Map(
    listSchemas(document).map((pointer, index) => {
      const validator = module.exports[exportName(index)];
      if (typeof validator !== "function") throw new Error(`no validator of ${pointer}`);
      return [pointer, validator];
    }),
  );
}

/** What the module calls the validator of a schema, by its place among all. */
export function exportName(index: number): string {
  return `schema${index}`;
}
