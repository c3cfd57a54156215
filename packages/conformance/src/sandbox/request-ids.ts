import type { Document } from "../document/document.ts";
import { replaceAt } from "../document/edit.ts";
import { type Pointer, valueAt } from "../document/pointer.ts";
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
  return (draft) =>
    places.reduce(
      (given, place) =>
        "pointer" in place ? inBody(given, place.pointer, random) : inHeader(given, place.header, random),
      draft,
    );
}

function inBody(draft: Draft, pointer: Pointer, random: Random): Draft {
  const { value } = draft;
  const sample = value === undefined ? undefined : valueAt(value, pointer);
  if (typeof sample !== "string" || value === undefined) return draft;
  return { ...draft, value: replaceAt(value, pointer, shapeId(sample, random)) };
}

function inHeader(draft: Draft, header: string, random: Random): Draft {
  const { headers } = draft;
  const name = Object.keys(headers).find((one) => one.toLowerCase() === header);
  if (name === undefined) return draft;
  return { ...draft, headers: { ...headers, [name]: shapeId(headers[name] ?? "", random) } };
}
