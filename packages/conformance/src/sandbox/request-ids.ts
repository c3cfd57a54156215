import type { Document } from "../document/document.ts";
import { replaceAt } from "../document/edit.ts";
import { valueAt } from "../document/pointer.ts";
import { REQUEST_ID } from "../document/vocabulary.ts";
import { parseResponsePlace } from "./access/response-place.ts";
import type { Draft } from "./draft.ts";
import type { Random } from "./random.ts";
import { shapeId } from "./world/shape-id.ts";

/**
 * Gives each answer an id of its own, where the document has one (`x-request-id`) and in the shape that it shows.
 *
 * @example
 * const withRequestId = createRequestIds(document, createRandom(1));
 * withRequestId(draft).headers; // { "x-acme-request-id": "req-c03b8e41" }
 */
export function createRequestIds({ root }: Document, random: Random): (draft: Draft) => Draft {
  const expressions = root[REQUEST_ID];
  const places = (Array.isArray(expressions) ? expressions : []).flatMap(
    (text) => parseResponsePlace(text) ?? [],
  );
  if (places.length === 0) return (draft) => draft;
  return (draft) => {
    let { headers, value } = draft;
    for (const place of places) {
      if ("pointer" in place) {
        const sample = value === undefined ? undefined : valueAt(value, place.pointer);
        if (typeof sample !== "string" || value === undefined) continue;
        value = replaceAt(value, place.pointer, shapeId(sample, random));
      } else {
        const name = Object.keys(headers).find((one) => one.toLowerCase() === place.header);
        if (name !== undefined) headers = { ...headers, [name]: shapeId(headers[name] ?? "", random) };
      }
    }
    return { ...draft, headers, ...(value !== undefined && { value }) };
  };
}
