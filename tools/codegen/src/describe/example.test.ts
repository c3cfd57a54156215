import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { exampleOf } from "./example.ts";
import { Expression } from "./expression.ts";

const spec = specOf({ components: { schemas: { Id: { type: "string", examples: ["i-1"] } } } as object });

describe("exampleOf", () => {
  const file = { type: "string", format: "binary" };
  it.each([
    { given: { schema: file }, want: new Expression('new Blob(["…"])') },
    { given: { schema: file, example: "echo" }, want: new Expression('new Blob(["echo"])') },
    {
      given: { schema: { properties: { file, name: {} } }, example: { file: "echo", name: "run" } },
      want: { file: new Expression('new Blob(["echo"])'), name: "run" },
    },
    { given: { schema: { items: file }, example: ["a"] }, want: [new Expression('new Blob(["a"])')] },
  ])("shows a file as one, though its sample is text: $given", ({ given, want }) => {
    expect(exampleOf(spec, given, [])).toEqual(want);
  });

  it.each([
    { given: { example: "documented", schema: { type: "string", examples: ["other"] } }, want: "documented" },
    { given: { examples: { first: { value: 0 } } }, want: 0 },
    { given: { schema: { $ref: "#/components/schemas/Id" } }, want: "i-1" },
    { given: { schema: { type: "integer", default: 50 } }, want: 50 },
    { given: { schema: { enum: ["A", "B"] } }, want: "A" },
    { given: { schema: { anyOf: [{ const: "A" }, { type: "string" }] } }, want: "A" },
    { given: { schema: { type: ["integer", "null"] } }, want: 1 },
    { given: { schema: { type: "boolean" } }, want: true },
    { given: { schema: { type: "array" } }, want: [] },
    { given: { schema: { type: "object" } }, want: {} },
    { given: { schema: {} }, want: "string" },
    {
      given: {
        schema: {
          required: ["id"],
          properties: { id: { $ref: "#/components/schemas/Id" }, note: { type: "string" } },
        },
      },
      want: { id: "i-1" },
    },
    {
      given: {
        schema: { allOf: [{ required: ["a"], properties: { a: { const: 1 } } }, { properties: { b: {} } }] },
      },
      want: { a: 1 },
    },
  ])("$given → $want", ({ given, want }) => {
    expect(exampleOf(spec, given, [])).toEqual(want);
  });
});
