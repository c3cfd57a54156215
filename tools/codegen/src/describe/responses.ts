import type { OperationObject, ResponseObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import type { SchemaObject } from "../spec/schema-object.ts";
import { bodyKind } from "./body-kind.ts";
import { describeFields, type Field } from "./fields.ts";
import { describeLinks, type Link } from "./links.ts";
import { isJson, isRange, isText } from "./media-type.ts";
import { schemaType } from "./schema-type.ts";

/** One documented response of an operation. */
export interface Response {
  /** `404`, or where the document is no more exact `4XX` or `default`. */
  readonly status: string;
  readonly ok: boolean;
  /** Its name under `components`, if it has one. */
  readonly component: string | undefined;
  readonly description: string;
  readonly mediaTypes: readonly string[];
  /** What the runtime is to expect of the body. */
  readonly kind: string;
  /** The TypeScript type of the body. */
  readonly type: string;
  /** The same of a JSON body alone, if there is one. */
  readonly jsonType: string;
  /** What a JSON body holds, as far as the document names it. */
  readonly fields: readonly Field[];
  /** Whether the body is sure to be that of `fields`: not missing, and of no other media type. */
  readonly isSure: boolean;
  readonly links: readonly Link[];
}

/** The responses of an operation, in the document's order. */
export function describeResponses(
  spec: Spec,
  found: { id: string; operation: OperationObject; place: Place },
): Response[] {
  const declared = Object.entries(found.operation.responses ?? {});
  if (declared.length === 0) {
    throw spec.error(found.place, {
      what: `${found.id} documents no response`,
      expected: "responses, by status",
      example: 'responses:\n  "200":\n    description: The job.',
    });
  }
  return declared.map(([status, object]) => {
    const declaredAt = [...found.place, "responses", status];
    const { value: response, place } = resolve<ResponseObject>(spec, object, declaredAt);
    const component = componentIn(place);
    const media = describeMedia(spec, component ?? status, { response, place });
    const json = media.filter(({ mediaType }) => isJson(mediaType));
    // Several media types of one schema, such as a vendor's and the plain one, hold the same members.
    const isOne = new Set(json.map(({ schema }) => JSON.stringify(schema))).size === 1;
    const [first] = isOne ? json : [];
    const isMissable = response["x-body-optional"] ?? false;
    return {
      status,
      ok: status.startsWith("2"),
      component,
      description: response.description?.trim() ?? "",
      mediaTypes: media.map(({ mediaType }) => mediaType),
      kind: bodyKind(response),
      type: union([
        ...media.map(({ type }) => type),
        ...(isMissable && media.length > 0 ? ["undefined"] : []),
      ]),
      jsonType: union(json.map(({ type }) => type)),
      fields: first ? describeFields(spec, first.schema, first.place) : [],
      isSure: first !== undefined && media.length === json.length && !isMissable,
      links: describeLinks(spec, response, place),
    };
  });
}

/** `Gone` of `#/components/responses/Gone`. */
function componentIn([components, kind, name, ...deeper]: Place): string | undefined {
  return components === "components" && kind === "responses" && deeper.length === 0 ? name : undefined;
}

interface Media {
  mediaType: string;
  schema: SchemaObject;
  place: Place;
  /** The TypeScript type of a body of this kind. */
  type: string;
}

function describeMedia(
  spec: Spec,
  wish: string,
  { response, place }: { response: ResponseObject; place: Place },
): Media[] {
  return Object.entries(response.content ?? {}).map(([mediaType, { schema }]) => {
    const schemaAt = [...place, "content", mediaType, "schema"];
    const given = readAs(mediaType, schema && resolve(spec, schema, schemaAt).value);
    return {
      mediaType,
      schema: schema ?? {},
      place: schemaAt,
      type: given ?? schemaType(spec, schema, wish),
    };
  });
}

/** A type that is any of these; `undefined` if there is none. */
function union(types: readonly string[]): string {
  return types.length > 0 ? [...new Set(types)].join(" | ") : "undefined";
}

/** What the runtime hands over whatever the schema says: text as it is, anything binary as a Blob. */
function readAs(mediaType: string, schema: SchemaObject | undefined): string | undefined {
  if (isJson(mediaType)) return undefined;
  if (isRange(mediaType)) return schema ? undefined : "unknown";
  if (!isText(mediaType)) return "Blob";
  return schema?.type === "string" ? undefined : "string";
}
