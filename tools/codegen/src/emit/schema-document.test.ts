import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { schemaDocument } from "./schema-document.ts";

const bytes = { type: "string", format: "binary" };

/** What a media type's object becomes in a request body. */
function mediaOf(mediaType: string, media: object): unknown {
  const requestBody = { content: { [mediaType]: media } };
  const { document } = specOf({ paths: { "/jobs": { post: { requestBody } } } });
  const body = schemaDocument(document).paths["/jobs"]?.post?.requestBody as typeof requestBody | undefined;
  return body?.content[mediaType];
}

describe("schemaDocument", () => {
  it.each([
    { given: ["application/zip", {}], want: { schema: bytes } },
    { given: ["application/zip", { schema: { type: "string" } }], want: { schema: bytes } },
    { given: ["application/json", { schema: { type: "string" } }], want: { schema: { type: "string" } } },
    { given: ["text/plain", {}], want: {} },
    {
      given: [
        "multipart/form-data",
        {
          schema: {
            properties: { file: { contentMediaType: "image/png" }, note: { contentMediaType: "text/plain" } },
          },
        },
      ],
      want: {
        schema: {
          properties: {
            file: { contentMediaType: "image/png", ...bytes },
            note: { contentMediaType: "text/plain" },
          },
        },
      },
    },
  ] as const)("$given → $want", ({ given: [mediaType, media], want }) => {
    expect(mediaOf(mediaType, media)).toEqual(want);
  });

  it("gives a parameter the schema of its content", () => {
    const parameter = {
      name: "Tags",
      in: "query" as const,
      content: { "application/json": { schema: { type: "object" } } },
    };
    const { document } = specOf({ paths: { "/jobs": { parameters: [parameter] } } });
    expect(schemaDocument(document).paths["/jobs"]?.parameters).toEqual([
      { ...parameter, schema: { type: "object" } },
    ]);
    expect(document.paths["/jobs"]?.parameters).toEqual([parameter]);
  });

  it("leaves samples alone, and properties that are called content", () => {
    const schema = {
      properties: { content: { type: "string" } },
      example: { content: { "application/zip": {} } },
    };
    expect(mediaOf("application/json", { schema })).toEqual({ schema });
  });
});
