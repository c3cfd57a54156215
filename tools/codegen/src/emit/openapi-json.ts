import { printCompactJson } from "../print/compact-json.ts";
import type { Edition } from "./edition.ts";

/** openapi.json: the document as it was written, for every tool that reads OpenAPI. Local references stay. */
export function emitOpenApiJson({ documented }: Edition): string {
  return `${printCompactJson(documented.spec.document)}\n`;
}
