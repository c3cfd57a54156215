import { describe, expect, test } from "vitest";
import { parseOpenApi } from "./document.ts";
import { createVocabulary } from "./vocabulary.ts";

const vocabulary = createVocabulary({ properties: {} });
const parse = (text: string) => parseOpenApi(text, "specs/acme-jobs/openapi.yaml", vocabulary);

describe("what cannot be linted at all says why, once", () => {
  test.each([
    { given: "", want: "is empty" },
    { given: " \n\n", want: "is empty" },
    { given: "# to do\n", want: "holds nothing but comments, not an object" },
    { given: "- openapi: 3.1.1\n", want: "holds a list, not an object" },
    { given: "3.1\n", want: "holds a number, not an object" },
    { given: "openapi: [3.1.1\n", want: "is not valid YAML" },
    { given: "openapi: 3.1.1\nopenapi: 3.1.0\n", want: "is not valid YAML: Map keys must be unique" },
    { given: "openapi: 3.1.1\n---\nopenapi: 3.1.1\n", want: "is not valid YAML" },
    { given: "openapi: !acme 3.1.1\n", want: "is not valid YAML: Unresolved tag" },
    { given: "\u0000\u0001", want: "holds a string, not an object" },
    { given: "swagger: '2.0'\n", want: "does not say which OpenAPI it is" },
    { given: "openapi: 3.0.4\n", want: "is OpenAPI 3.0.4, and only 3.1 is read" },
    { given: "openapi: 3.2.0\n", want: "is OpenAPI 3.2.0, and only 3.1 is read" },
    { given: "openapi: 3.1\n", want: "is OpenAPI 3.1, and only 3.1 is read" },
  ])("$given -> $want", ({ given, want }) => {
    expect(() => parse(given)).toThrow(want);
  });
});

describe("positionAt", () => {
  const { positionAt } = parse(
    'openapi: 3.1.1\npaths:\n  /jobs:\n    get:\n      tags:\n        - Jobs\n        - { name: x }\n      responses:\n        "200": &ok { description: a }\n        201: *ok\n',
  );

  test.each([
    { given: [], want: [1, 1] },
    { given: ["paths", "/jobs"], want: [3, 3] },
    { given: ["paths", "/jobs", "get", "tags", 0], want: [6, 11] },
    { given: ["paths", "/jobs", "get", "tags", 1, "name"], want: [7, 13] },
    { given: ["paths", "/jobs", "get", "responses", "200", "description"], want: [9, 22] },
    { given: ["paths", "/jobs", "get", "responses", "201"], want: [10, 9] },
    { given: ["paths", "/jobs", "get", "responses", "201", "description"], want: [9, 22] },
    { given: ["paths", "/jobs", "get", "operationId"], want: [4, 5] },
    { given: ["nowhere", "at", "all"], want: [1, 1] },
  ])("$given -> $want", ({ given, want }) => {
    const { line, column } = positionAt(given);
    expect([line, column]).toEqual(want);
  });
});
