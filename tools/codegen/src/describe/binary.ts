import type { SchemaObject } from "../spec/schema-object.ts";
import { isForm, isJson, isRange, isText } from "./media-type.ts";

/** Whether bodies of a media type are handed over as they are, in bytes. */
export function isBinaryType(mediaType: string): boolean {
  return ![isJson, isText, isForm, isRange].some((is) => is(mediaType));
}

/** Whether a schema says that its value is bytes (`format: binary`, as OpenAPI 3.0 had it and pages still do). */
export function isBinary({ format }: SchemaObject): boolean {
  return format === "binary";
}

/**
 * Whether a member of a form with files is one. Beside `format` there is the way of OAS 3.1.1 §4.8.15: the media type
 * of its content, not encoded. In JSON that would be text.
 */
export function isFile(schema: SchemaObject): boolean {
  if (isBinary(schema)) return true;
  return (
    schema.contentMediaType !== undefined && !schema.contentEncoding && isBinaryType(schema.contentMediaType)
  );
}
