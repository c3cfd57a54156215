import { describe, expect, test } from "vitest";
import { documentOf, documentOfSchema } from "../../test/acme-jobs.ts";
import type { Document } from "../document/document.ts";
import { TeachingError } from "../teaching-error.ts";
import { compileModule, lazyValidators } from "./compile-validators.ts";
import { listSchemas } from "./list-schemas.ts";
import { UndecidedPattern } from "./pattern-watch.ts";
import { runModule, type Validators } from "./run-validators.ts";

describe.each<{ name: string; validatorsOf: (document: Document) => Validators }>([
  { name: "compiled into a module", validatorsOf: (from) => runModule(from, compileModule(from)) },
  { name: "compiled when asked for", validatorsOf: lazyValidators },
])("$name", ({ validatorsOf }) => {
  function validates(schema: object, value: unknown, components: object = {}): boolean {
    const document = documentOfSchema(schema, components);
    const [pointer = ""] = listSchemas(document);
    const validate = validatorsOf(document).get(pointer);
    if (!validate) throw new Error("no validator");
    return validate(value);
  }

  const NAME = "^[\\p{L}_$][\\p{L}0-9_$]*$";
  test.each([
    { schema: { pattern: NAME }, given: "Übersicht_1", want: true },
    { schema: { pattern: NAME }, given: "日本", want: true },
    { schema: { pattern: NAME }, given: "p{L}", want: false },
    { schema: { pattern: NAME }, given: "1x", want: false },
    { schema: { pattern: "^.$" }, given: "😀", want: true },
    { schema: { maxLength: 1 }, given: "😀", want: true },
    { schema: { patternProperties: { "^\\p{Lu}": { type: "integer" } } }, given: { Ä: "x" }, want: false },
    { schema: { propertyNames: { pattern: "^\\p{L}+$" } }, given: { ä: 1 }, want: true },
    { schema: { patternProperties: { "^{a": { type: "integer" } } }, given: { "{a": "x" }, want: false },
  ])("patterns are read with the u flag: $schema $given", ({ schema, given, want }) => {
    expect(validates(schema, given)).toBe(want);
  });

  test.each([
    { schema: { pattern: "(a+)+$" }, given: `${"a".repeat(40)}b` },
    { schema: { patternProperties: { "(a+)+$": {} } }, given: { [`${"a".repeat(40)}b`]: 1 } },
  ])("a pattern that would take for ever is given up: $schema", ({ schema, given }) => {
    expect(() => validates(schema, given)).toThrow(UndecidedPattern);
  });

  const parsed = (text: string): unknown => JSON.parse(text);
  const branches = { anyOf: [{ properties: { a: {} } }, { required: ["b"], properties: { b: {} } }] };
  test.each([
    { schema: { required: ["constructor"] }, given: "{}", want: false },
    { schema: { required: ["toString"] }, given: '{"toString":1}', want: true },
    { schema: { properties: { constructor: { type: "string" } } }, given: "{}", want: true },
    { schema: { properties: { constructor: { type: "string" } } }, given: '{"constructor":1}', want: false },
    { schema: { properties: { a: {} } }, given: '{"constructor":1}', want: false },
    { schema: { properties: { a: {} } }, given: '{"__proto__":{"a":1}}', want: false },
    { schema: branches, given: '{"a":1}', want: true },
    { schema: branches, given: '{"a":1,"stranger":1}', want: false },
    { schema: branches, given: '{"a":1,"constructor":1}', want: false },
    { schema: branches, given: '{"a":1,"__proto__":{}}', want: false },
    {
      schema: { anyOf: [{ properties: { toString: {} } }, { required: ["b"] }] },
      given: '{"toString":1}',
      want: true,
    },
    {
      schema: { properties: { a: { type: "string" } } },
      given: '{"__proto__":{"a":1},"a":"x"}',
      want: false,
    },
    {
      schema: parsed('{"properties":{"__proto__":{"type":"string"}}}'),
      given: '{"__proto__":1}',
      want: false,
    },
    { schema: { additionalProperties: { type: "string" } }, given: '{"hasOwnProperty":1}', want: false },
    { schema: { dependentRequired: { constructor: ["a"] } }, given: "{}", want: true },
  ])("a member is there if it is the object's own: $schema $given", ({ schema, given, want }) => {
    expect(validates(schema as object, parsed(given))).toBe(want);
  });

  test.each([
    { name: "an unknown format asserts nothing", schema: { format: "acme-id" }, given: "??", want: true },
    {
      name: "nor does one named like a member of all objects",
      schema: { format: "constructor" },
      given: "x",
      want: true,
    },
    { name: "a known one does", schema: { format: "ipv4" }, given: "300.1.1.1", want: false },
    { name: "a URL in an intranet", schema: { format: "url" }, given: "https://jobs:8080/a", want: true },
    { name: "what is no URL", schema: { format: "url" }, given: "jobs/a", want: false },
    { name: "a URL is no number", schema: { format: "url" }, given: 1, want: true },
    { name: "a format is not asked of another type", schema: { format: "int32" }, given: "x", want: true },
    { name: "int64 below its end", schema: { format: "int64" }, given: -(2 ** 63), want: true },
    { name: "int64 past its end", schema: { format: "int64" }, given: 2 ** 63, want: false },
    { name: "int32 past its end", schema: { format: "int32" }, given: 2 ** 32, want: false },
    { name: "a float is any number", schema: { format: "float" }, given: 1e300, want: true },
    { name: "binary is any text", schema: { format: "binary" }, given: "\u0000", want: true },
    { name: "an unknown extension", schema: { "x-acme": { type: "nonsense" } }, given: 1, want: true },
    {
      name: "an extension that is no keyword",
      schema: { "x-acme/own": 1, type: "string" },
      given: 1,
      want: false,
    },
    {
      name: "what OpenAPI adds",
      schema: { discriminator: { propertyName: "a" }, xml: {}, example: 1, externalDocs: {} },
      given: {},
      want: true,
    },
    { name: "a nullable by type", schema: { type: ["string", "null"] }, given: null, want: true },
    { name: "a boolean schema", schema: { properties: { a: false } }, given: { a: 1 }, want: false },
    {
      name: "tuples",
      schema: { prefixItems: [{ type: "string" }], items: false },
      given: ["a", 1],
      want: false,
    },
    {
      name: "a schema whose example looks like one",
      schema: { type: "string", example: { $id: "#x", $anchor: "a", $ref: "#/nowhere" } },
      given: "x",
      want: true,
    },
  ])("$name", ({ schema, given, want }) => {
    expect(validates(schema, given)).toBe(want);
  });

  test("a pointer may hold anything", () => {
    const content = { 'application/x+json; a="1%"': { schema: { type: "string" } } };
    const document = documentOf(
      { responses: { "2XX": { description: "", content } } },
      {},
      { path: "/a~b/{ü}" },
    );
    const [pointer = ""] = listSchemas(document);
    expect(validatorsOf(document).get(pointer)?.(1)).toBe(false);
  });

  test.each(["/{id}", "/%7Bid%7D", "/a%2Fb/100%", "/a b#c", "/a~1b"])(
    "nor does a path of the document stop it: %s",
    (path) => {
      const content = { "application/json": { schema: { type: "string" } } };
      const document = documentOf({ responses: { "200": { description: "", content } } }, {}, { path });
      const [pointer = ""] = listSchemas(document);
      expect(validatorsOf(document).get(pointer)?.(1)).toBe(false);
    },
  );

  test("and a reference may have it with octets for what is no letter", () => {
    const schema = { type: "string" };
    const content = { "application/json": { schema } };
    const place = "#/paths/~1%7Bid%7D/get/responses/200/content/application~1json/schema";
    const responses = {
      "200": { description: "", content },
      "404": { description: "", content: { "a/b": { schema: { $ref: place } } } },
    };
    const document = documentOf({ responses }, {}, { path: "/{id}" });
    const pointers = listSchemas(document);
    expect(pointers.map((pointer) => validatorsOf(document).get(pointer)?.(1))).toEqual(
      pointers.map(() => false),
    );
    expect(pointers).toHaveLength(2);
  });

  test("a keyword that does not exist is told, with its place", () => {
    const document = documentOfSchema({ type: "object", requird: ["a"] });
    const [pointer = ""] = listSchemas(document);
    expect(() => validatorsOf(document).get(pointer)).toThrow(
      new TeachingError({
        what: 'a schema cannot be compiled: strict mode: unknown keyword: "requird"',
        where: "things #/paths/~1thing/get/responses/200/content/application~1json/schema",
        expected: "a JSON Schema (2020-12) with known keywords and formats",
      }),
    );
  });
});

test("code that is no module of the document's is refused", () => {
  const document = documentOfSchema({ type: "object" });
  expect(() => runModule(document, "")).toThrow("no validator of #/paths/~1thing");
});
