import type { OpenApiDocument } from "../src/spec/document.ts";
import { toPointer } from "../src/spec/json-pointer.ts";
import type { Spec } from "../src/spec/load-spec.ts";
import { SpecError } from "../src/spec/spec-error.ts";

/** A spec that stands in no file. */
export function specOf(document: Partial<OpenApiDocument> & Record<string, unknown>): Spec {
  return {
    name: "specs/acme/openapi.yaml",
    document: { openapi: "3.1.1", info: { title: "Acme", version: "v1" }, paths: {}, ...document },
    error: (place, lesson) => new SpecError({ where: toPointer(place), ...lesson }),
  };
}
