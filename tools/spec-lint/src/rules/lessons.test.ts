import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseOpenApi } from "../document.ts";
import { loadVocabulary } from "../vocabulary.ts";
import { rules } from "./index.ts";

const vocabulary = loadVocabulary(fileURLToPath(new URL("../../../../specs", import.meta.url)));

/** A document whose one response has such a body. */
const answering = (schema: object) => ({
  paths: { "/jobs": { get: { responses: { "404": { content: { "application/json": { schema } } } } } } },
});
/** Two responses that share a schema, in which the code stands as deep as this. */
const sharing = (schema: object) => {
  const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } };
  return {
    paths: { "/jobs": { get: { responses: { "400": body, "404": body } } } },
    components: { schemas: { Error: schema } },
  };
};
const code = { type: "string", "x-lro-error-code": true };

// What is shown as an example is what somebody copies.
test.each([
  {
    given: { paths: { "/jobs": { get: { "x-paging": { offset: "offset", limit: "limit" } } } } },
    rule: "known-keywords",
    expected:
      "exactly one of: `{ token, next, items, size?, total? }`, `{ offset, items, size?, total? }`, `{ page, items, size?, total? }`",
    example: 'x-paging: {"offset":"offset","size":"limit","items":"/items","total":"/total"}',
  },
  {
    given: { paths: { "/jobs": { get: { "x-paging": "page" } } } },
    rule: "known-keywords",
    expected: expect.stringMatching(/^exactly one of: /),
    example: 'x-paging: {"token":"NextToken","next":"/NextToken","items":"/Jobs","size":"MaxResults"}',
  },
  {
    given: { ...answering({ type: "object" }), "x-refusals": { notFound: "JobNotFound" } },
    rule: "references-resolve",
    expected: "a code that a response documents, on a property with `x-lro-error-code`: none is there",
    example: "notFound: JobNotFound",
  },
  {
    given: sharing({ type: "object", properties: { code } }),
    rule: "error-code-typed",
    expected: "it narrowed to the codes that are documented for this status",
    example: `schema:
  allOf:
    - $ref: "#/components/schemas/Error"   # leaves code untyped
    - type: object
      properties:
        code:
          anyOf: [{ const: JobNotFound }, { type: string }]
          x-lro-error-code: true`,
  },
  {
    given: sharing({
      type: "object",
      properties: { errors: { type: "array", items: { type: "object", properties: { kind: code } } } },
    }),
    rule: "error-code-typed",
    expected: "it narrowed to the codes that are documented for this status",
    example: `schema:
  allOf:
    - $ref: "#/components/schemas/Error"   # leaves errors.*.kind untyped
    - type: object
      properties:
        errors:
          type: array
          items:
            type: object
            properties:
              kind:
                anyOf: [{ const: JobNotFound }, { type: string }]
                x-lro-error-code: true`,
  },
])("$rule: $example", ({ given, rule, expected, example }) => {
  const text = JSON.stringify({ openapi: "3.1.1", ...given });
  const document = parseOpenApi(text, "openapi.yaml", vocabulary);
  const [finding] = rules.find(({ name }) => name === rule)?.check(document) ?? [];
  expect(finding).toMatchObject({ expected, example });
});
