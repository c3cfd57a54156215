import type { MediaTypeObject, OperationObject, RequestBodyObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { isBinaryType, isFile } from "./binary.ts";
import { isRange, isText } from "./media-type.ts";
import { toTypeName } from "./names.ts";
import type { Parameter } from "./parameters.ts";
import { schemaType } from "./schema-type.ts";

export interface Body {
  readonly mediaType: string;
  readonly required: boolean;
  /** Documented as well, with the TypeScript types of bodies of those kinds; what is sent is the first. */
  readonly others: readonly { readonly mediaType: string; readonly type: string }[];
  /** The TypeScript type of the whole. */
  readonly type: string;
  readonly media: MediaTypeObject;
  readonly schema: SchemaObject;
  /** Whether its members lie flat beside the parameters. */
  readonly flat: boolean;
  readonly place: Place;
}

/** The request body of an operation, in the first of its media types that the document names. */
export function describeBody(
  spec: Spec,
  found: { id: string; operation: OperationObject; place: Place; parameters: readonly Parameter[] },
): Body | undefined {
  const { id, operation } = found;
  if (!operation.requestBody) return undefined;
  const declaredAt = [...found.place, "requestBody"];
  const { value: body, place } = resolve<RequestBodyObject>(spec, operation.requestBody, declaredAt);
  const [[mediaType, media] = [], ...others] = Object.entries(body.content ?? {});
  if (!mediaType || !media || isRange(mediaType) || /^multipart\/(?!form-data)/i.test(mediaType)) {
    throw spec.error([...place, "content"], {
      what: `the runtime cannot write a request body of type ${mediaType ?? "(none)"}`,
      expected: "JSON, a form, with files or without, or a media type whose bodies go as they are",
      example: "content:\n  application/json:\n    schema: { type: object }",
    });
  }

  const schemaAt = [...place, "content", mediaType, "schema"];
  const { value: schema, place: schemaPlace } = resolve<SchemaObject>(spec, media.schema ?? {}, schemaAt);
  const required = body.required ?? false;
  const typeOf = (type: string, { schema }: MediaTypeObject) =>
    givenAs(type) ?? schemaType(spec, schema && withFiles(type, schema), `${toTypeName(id)}Body`);
  const names = new Set(found.parameters.map(({ object }) => object.name));
  return {
    mediaType,
    required,
    type: typeOf(mediaType, media),
    others: others.map(([other, object]) => ({ mediaType: other, type: typeOf(other, object) })),
    media,
    schema,
    flat:
      !givenAs(mediaType) &&
      isPlainObject(schema) &&
      !Object.keys(schema.properties ?? {}).some((name) => names.has(name)),
    place: schemaPlace,
  };
}

/** What the runtime takes whatever the schema says: text as it is, anything binary as a Blob. */
function givenAs(mediaType: string): string | undefined {
  if (isText(mediaType)) return "string";
  return isBinaryType(mediaType) ? "Blob" : undefined;
}

/** A form says of a member by its media type that it is a file: in the schema alone, it would be text. */
function withFiles(mediaType: string, schema: SchemaObject): SchemaObject {
  if (!/^multipart\//i.test(mediaType) || !schema.properties) return schema;
  const members = Object.entries(schema.properties).map(
    ([name, member]) => [name, isFile(member) ? { ...member, ...bytes } : member] as const,
  );
  return { ...schema, properties: Object.fromEntries(members) };
}

const bytes: SchemaObject = { type: "string", format: "binary" };

/** An object whose members are all known by name, so that they can stand among other arguments. */
function isPlainObject(schema: SchemaObject): boolean {
  const composed = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  return schema.properties !== undefined && !composed && !schema.additionalProperties;
}
