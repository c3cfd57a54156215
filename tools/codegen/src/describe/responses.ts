import type { OperationObject, ResponseObject, SchemaObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import { describeFields, type Field } from "./fields.ts";
import { describeLinks, type Link } from "./links.ts";
import { isJson, isRange, isText } from "./media-type.ts";
import { schemaType } from "./schema-type.ts";

/** One documented response of an operation. */
export interface Response {
  /** `404`, or where the document is no more exact `4XX` or `default`. */
  readonly status: string;
  readonly ok: boolean;
  readonly description: string;
  readonly mediaTypes: readonly string[];
  /** The TypeScript type of the body. */
  readonly type: string;
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
    const media = Object.entries(response.content ?? {});
    const json = media.filter(([mediaType]) => isJson(mediaType));
    // Several media types of one schema, such as a vendor's and the plain one, hold the same members.
    const isOne = new Set(json.map(([, { schema }]) => JSON.stringify(schema ?? {}))).size === 1;
    const [first] = isOne ? json : [];
    return {
      status,
      ok: status.startsWith("2"),
      description: response.description?.trim() ?? "",
      mediaTypes: media.map(([mediaType]) => mediaType),
      type: bodyType(spec, found.id, status, { response, place }),
      fields: first
        ? describeFields(spec, first[1].schema ?? {}, [...place, "content", first[0], "schema"])
        : [],
      isSure: first !== undefined && media.length === json.length && !response["x-body-optional"],
      links: describeLinks(spec, response, place),
    };
  });
}

function bodyType(
  spec: Spec,
  id: string,
  status: string,
  { response, place }: { response: ResponseObject; place: Place },
): string {
  const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
  const types = Object.entries(response.content ?? {}).map(([mediaType, { schema }]) => {
    const inline = `operations[${JSON.stringify(id)}]["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`;
    const schemaAt = [...place, "content", mediaType, "schema"];
    return readAs(mediaType, schema && resolve(spec, schema, schemaAt).value) ?? schemaType(schema, inline);
  });
  if (types.length === 0) return "undefined";
  return [...new Set([...types, ...(response["x-body-optional"] ? ["undefined"] : [])])].join(" | ");
}

/** What the runtime hands over whatever the schema says: text as it is, anything binary as a Blob. */
function readAs(mediaType: string, schema: SchemaObject | undefined): string | undefined {
  if (isJson(mediaType)) return undefined;
  if (isRange(mediaType)) return schema ? undefined : "unknown";
  if (!isText(mediaType)) return "Blob";
  return schema?.type === "string" ? undefined : "string";
}
