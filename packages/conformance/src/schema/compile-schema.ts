import { readFile } from "node:fs/promises";
import { packageFile } from "../package-file.ts";
import type { Validator } from "./run-validators.ts";

/**
 * The validator of one of this package's own schemas, or of a definition in it. Ajv is loaded when somebody asks: most
 * runs read no such file.
 */
export async function compileSchema(name: string, definition?: string): Promise<Validator> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const { default: formats } = await import("ajv-formats");
  const ajv = new Ajv2020({ strictRequired: false });
  formats.default(ajv);
  const schema = JSON.parse(await readFile(packageFile(name), "utf8"));
  return ajv.compile(definition === undefined ? schema : { $defs: schema.$defs, $ref: definition });
}
