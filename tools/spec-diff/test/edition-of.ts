import { type Edition, readEdition } from "../src/load/edition.ts";

/** The edition of a document that stands in no file. JSON is YAML. */
export function editionOf(document: unknown, overlay?: unknown): Promise<Edition> {
  const text = overlay === undefined ? undefined : JSON.stringify(overlay);
  return readEdition({ name: "specs/acme/openapi.yaml", document: JSON.stringify(document), overlay: text });
}
