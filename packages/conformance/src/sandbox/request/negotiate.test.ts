import { describe, expect, test } from "vitest";
import { documentOf } from "../../../test/acme-jobs.ts";
import type { Document, MediaType, Operation } from "../../document/document.ts";
import { checkAccept, contentTypeFor } from "./negotiate.ts";

const V2 = "application/vnd.acme-v2+json;charset=UTF-8";
const V1 = "application/vnd.acme-v1+json;charset=UTF-8";
const keyword = {
  template: "application/vnd.acme-v{version}+json;charset=UTF-8",
  default: "2",
  versions: ["1", "2", "2.5"],
};

function answering(
  types: readonly string[],
  root: object,
): { document: Document; operation: Operation; media: MediaType } {
  const content = Object.fromEntries(types.map((type) => [type, { schema: { type: "object" } }]));
  const document = documentOf({ responses: { "200": { description: "A thing.", content } } }, {}, { root });
  const operation = document.operations[0] as Operation;
  return { document, operation, media: operation.responses["200"]?.content[0] as MediaType };
}

const versioned = answering([V2], { "x-media-type-version": keyword });

test.each([
  { accept: null, want: V2 },
  { accept: "*/*", want: V2 },
  { accept: "application/*", want: V2 },
  { accept: "application/json", want: V2 },
  { accept: V2, want: V2 },
  { accept: "application/vnd.acme-v2+json", want: V2 },
  { accept: V1, want: V1 },
  { accept: "application/vnd.acme-v1+json", want: V1 },
  { accept: "application/vnd.acme-v2.5+json", want: "application/vnd.acme-v2.5+json;charset=UTF-8" },
  { accept: `${V1}, ${V2}`, want: V2 },
  { accept: `${V1}, */*`, want: V2 },
  { accept: `${V1}, ${V2};q=0.9`, want: V1 },
  { accept: `${V1};q=0.3, application/json;q=0.5`, want: V2 },
  {
    accept: `application/vnd.acme-v1+json;q=0.2, application/vnd.acme-v2.5+json;q=0.6`,
    want: "application/vnd.acme-v2.5+json;charset=UTF-8",
  },
])("$accept is answered with $want", ({ accept, want }) => {
  const { document, operation, media } = versioned;
  expect(checkAccept(document, operation, accept)).toEqual([]);
  expect(contentTypeFor(document, media, accept)).toBe(want);
});

test("what does not differ by release is answered as documented", () => {
  const { document, media } = answering(["text/plain"], { "x-media-type-version": keyword });
  expect(contentTypeFor(document, media, V1)).toBe("text/plain");
});

describe("nothing fits", () => {
  test.each([
    { types: [V2], accept: "application/vnd.acme-v9+json" },
    { types: [V2], accept: "text/html, application/xml;q=0.9" },
    { types: ["application/json"], accept: "application/json;q=0" },
    { types: ["application/json", "text/plain"], accept: "image/png" },
  ])("of $types, $accept", ({ types, accept }) => {
    const { document, operation } = answering(types, { "x-media-type-version": keyword });
    expect(checkAccept(document, operation, accept)).toEqual([
      { mistake: "notAcceptable", at: "header accept", expected: types.join(" or "), received: accept },
    ]);
  });

  test("but where nothing is documented, anything is welcome", () => {
    const { document, operation } = answering([], {});
    expect(checkAccept(document, operation, "image/png")).toEqual([]);
  });
});
