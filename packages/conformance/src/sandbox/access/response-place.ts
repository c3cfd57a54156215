import type { Document } from "../../document/document.ts";
import { replaceAt } from "../../document/edit.ts";
import { isObject, type Json } from "../../document/json.ts";
import { follow, members, objectAt } from "../../document/navigate.ts";
import { below, type Pointer, valueAt } from "../../document/pointer.ts";
import type { Draft } from "../draft.ts";

/** A place in an answer: a header, or a pointer into the body. */
export type ResponsePlace = { readonly header: string } | { readonly pointer: Pointer };

/** Reads a runtime expression (OAS 3.1.1 §4.8.20.4); `undefined` if it is about anything but an answer. */
export function parseResponsePlace(expression: unknown): ResponsePlace | undefined {
  const [, header, pointer] = /^\$response\.(?:header\.(.+)|body(#.*))$/.exec(String(expression)) ?? [];
  if (header !== undefined) return { header: header.toLowerCase() };
  return pointer === undefined ? undefined : { pointer };
}

/** A draft whose body has a place: its own, or that of an example which has it. */
export function draftWith(draft: Draft, place: ResponsePlace): Draft {
  if ("header" in place || draft.value === undefined) return draft;
  if (valueAt(draft.value, place.pointer) !== undefined) return draft;
  const other = draft.media?.examples.find(({ value }) => valueAt(value, place.pointer) !== undefined);
  return other ? { ...draft, value: other.value } : draft;
}

/** What the document shows at a place of an answer. */
export function sampleAt({ root }: Document, draft: Draft, place: ResponsePlace): Json | undefined {
  if ("pointer" in place) return valueAt(draft.value ?? null, place.pointer);
  const headers = members(root, below(draft.response.pointer, "headers"));
  const [, pointer] = headers.find(([name]) => name.toLowerCase() === place.header) ?? [];
  if (pointer === undefined) return undefined;
  const { example, examples, schema } = objectAt(root, follow(root, pointer));
  const [first] = Object.values(isObject(examples) ? examples : {});
  const shown = isObject(first) ? first.value : undefined;
  return example ?? shown ?? sampleOf(schema);
}

/** The same draft with a value at a place. */
export function putAt(draft: Draft, place: ResponsePlace, value: Json): Draft {
  if ("pointer" in place) {
    if (draft.value === undefined) return draft;
    return { ...draft, value: replaceAt(draft.value, place.pointer, value) };
  }
  const name = Object.keys(draft.headers).find((key) => key.toLowerCase() === place.header);
  return { ...draft, headers: { ...draft.headers, [name ?? place.header]: String(value) } };
}

function sampleOf(schema: Json | undefined): Json | undefined {
  if (!isObject(schema)) return undefined;
  return schema.example ?? (Array.isArray(schema.examples) ? schema.examples[0] : undefined);
}
