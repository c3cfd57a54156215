import type { OperationObject, ResponseObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import { describeFields, type Field } from "./fields.ts";
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
  /** What the body holds, as far as the document names it; empty if it may be one of several media types. */
  readonly fields: readonly Field[];
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
    const [first] = media.length === 1 ? media : [];
    return {
      status,
      ok: status.startsWith("2"),
      description: response.description?.trim() ?? "",
      mediaTypes: media.map(([mediaType]) => mediaType),
      type: bodyType(found.id, status, response),
      fields: first
        ? describeFields(spec, first[1].schema ?? {}, [...place, "content", first[0], "schema"])
        : [],
    };
  });
}

function bodyType(id: string, status: string, { content }: ResponseObject): string {
  const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
  const types = Object.entries(content ?? {}).map(([mediaType, { schema }]) => {
    // Of an undescribed body it is known at least that the runtime hands over its text, unless it is JSON.
    if (!schema && !/\bjson\b/i.test(mediaType)) return "string";
    const inline = `operations[${JSON.stringify(id)}]["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`;
    return schemaType(schema, inline);
  });
  return types.length > 0 ? [...new Set(types)].join(" | ") : "undefined";
}
