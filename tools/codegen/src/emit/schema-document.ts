import { isBinaryType, isFile } from "../describe/binary.ts";
import type { MediaTypeObject, OpenApiDocument, ParameterObject } from "../spec/document.ts";
import type { SchemaObject } from "../spec/schema-object.ts";

/**
 * The document as openapi-typescript has to be told it: it knows nothing of a parameter's `content`, and types
 * bytes by the schema, where the runtime goes by the media type.
 */
export function schemaDocument(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  visit(copy);
  return copy;
}

function visit(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  const { content, in: place } = node as Partial<ParameterObject>;
  const media = Object.entries(content ?? {}).filter(([key]) => key.includes("/"));
  for (const [mediaType, object] of media) nameFiles(mediaType, object);
  const [first] = media;
  if (first && place) (node as ParameterObject).schema = first[1].schema ?? {};

  for (const [name, member] of Object.entries(node)) {
    if (!dataKeywords.has(name)) visit(member);
  }
}

function nameFiles(mediaType: string, media: MediaTypeObject): void {
  if (isBinaryType(mediaType)) media.schema = bytes;
  if (!/^multipart\//i.test(mediaType)) return;
  const properties = media.schema?.properties ?? {};
  for (const [name, member] of Object.entries(properties)) {
    if (isFile(member)) properties[name] = { ...member, ...bytes };
  }
}

const bytes: SchemaObject = { type: "string", format: "binary" };

/** What stands under these is the vendor's data. */
const dataKeywords = new Set(["example", "examples", "value", "default", "const", "enum"]);
