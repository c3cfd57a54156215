import type { Edition } from "./edition.ts";

/** openapi.json: the document as it was written, for every tool that reads OpenAPI. Local references stay. */
export function emitOpenApiJson({ service }: Edition): string {
  return `${JSON.stringify(service.spec.document, null, 2)}\n`;
}
