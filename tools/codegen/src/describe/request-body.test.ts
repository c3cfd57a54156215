import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import type { MediaTypeObject } from "../spec/document.ts";
import { inlineSchemas } from "./inline-schemas.ts";
import { describeBody } from "./request-body.ts";

function bodyOf(content: Record<string, MediaTypeObject>) {
  const spec = specOf({});
  const found = { id: "sendJob", operation: { requestBody: { content } }, place: [], parameters: [] };
  return { body: describeBody(spec, found), inline: Object.fromEntries(inlineSchemas(spec)) };
}

const file = { type: "string", contentMediaType: "image/png" };
const note = { type: "string", contentMediaType: "text/plain" };

describe("the type of a request body", () => {
  it.each([
    { given: { "application/zip": { schema: { type: "string" } } }, want: "Blob" },
    { given: { "text/plain": {} }, want: "string" },
    { given: { "application/json": {} }, want: "unknown" },
    {
      given: { "application/json": { schema: { $ref: "#/components/schemas/Job" } } },
      want: 'schemas["Job"]',
      components: { schemas: { Job: { type: "object" } } },
    },
  ])("$given → $want", ({ given, want, components }) => {
    const spec = specOf(components ? { components } : {});
    const found = {
      id: "sendJob",
      operation: { requestBody: { content: given } },
      place: [],
      parameters: [],
    };
    expect(describeBody(spec, found)?.type).toBe(want);
  });

  it("knows the files of a form by their media type", () => {
    const { body, inline } = bodyOf({ "multipart/form-data": { schema: { properties: { file, note } } } });
    expect(body?.type).toBe('inline["SendJobBody"]');
    expect(inline).toEqual({ SendJobBody: { properties: { file: { ...file, format: "binary" }, note } } });
  });

  it("is told of each media type", () => {
    const { body } = bodyOf({
      "application/json": { schema: { properties: { a: { type: "string" } } } },
      "multipart/form-data": { schema: { properties: { file } } },
      "application/zip": {},
    });
    expect(body?.others).toEqual([
      { mediaType: "multipart/form-data", type: 'inline["SendJobBody_2"]' },
      { mediaType: "application/zip", type: "Blob" },
    ]);
  });
});
