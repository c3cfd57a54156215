import type { Place } from "./json-pointer.ts";
import type { Spec } from "./load-spec.ts";
import { resolve } from "./resolve.ts";

/** @throws SpecError at the first `$ref` of the document that leads nowhere. */
export function assertReferences(spec: Spec, value: unknown = spec.document, place: Place = []): void {
  if (typeof value !== "object" || value === null) return;
  resolve(spec, value, place);
  for (const [name, member] of Object.entries(value)) {
    if (!dataKeywords.has(name)) assertReferences(spec, member, [...place, name]);
  }
}

/** What stands under these is the vendor's data: a `$ref` in it refers to nothing. */
const dataKeywords = new Set(["example", "examples", "value", "default", "const", "enum"]);
