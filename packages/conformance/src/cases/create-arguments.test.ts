import { describe, expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import { createArguments } from "./create-arguments.ts";

// What `all` means is told in create-cases.test.ts.
describe("what a live service is asked with is what must be given:", () => {
  const text = { type: "string" };
  const token = { ...text, "x-idempotency-token": true };
  const parameters = [
    { name: "kind", in: "query", required: true, schema: text, example: "shown" },
    { name: "size", in: "query", required: true, schema: { type: "integer", minimum: 7 } },
    { name: "filter", in: "query", schema: text, example: "shown" },
    { name: "X-Once", in: "header", required: true, schema: text, example: "t", "x-idempotency-token": true },
  ];
  const own = {
    type: "object",
    properties: { id: text, filter: text, once: token, unseen: text },
    required: ["once"],
  };
  const schema = { allOf: [own, { $ref: "#/components/schemas/Named" }] };
  const components = { schemas: { Named: { properties: { name: text }, required: ["name", "absent"] } } };
  const example = { id: "i", filter: "f", name: "n", once: "o" };

  const argumentsOf = (operation: object, given: Record<string, string> = {}) => {
    const document = documentOf({ parameters, ...operation }, components, { method: "post" });
    const [only] = document.operations;
    if (!only) throw new Error("no operation");
    const { query, header, body } = createArguments(document, only, given, "required");
    return { query, header, body: body?.value };
  };
  const bodied = (safe: boolean, body: object = { schema, example }, required = false) => ({
    "x-safe": safe,
    requestBody: { required, content: { "application/json": body } },
  });
  const query = { kind: "shown", size: 7 };

  test.each<{ name: string; operation: object; given?: Record<string, string>; want: object }>([
    { name: "of parameters", operation: {}, want: { query, header: {} } },
    {
      name: "and what a person gives",
      operation: {},
      given: { filter: "mine", "X-Once": "mine" },
      want: { query: { ...query, filter: "mine" }, header: { "X-Once": "mine" } },
    },
    {
      name: "of the body of a read, in whatever branch",
      operation: bodied(true),
      want: { query, header: {}, body: { name: "n" } },
    },
    {
      name: "and what a person gives for it",
      operation: bodied(true),
      given: { filter: "mine", once: "mine" },
      want: {
        query: { ...query, filter: "mine" },
        header: {},
        body: { name: "n", filter: "mine", once: "mine" },
      },
    },
    {
      name: "also what the document names and does not show",
      operation: bodied(true),
      given: { unseen: "mine", stranger: "mine" },
      want: { query, header: {}, body: { name: "n", unseen: "mine" } },
    },
    {
      name: "no body where nothing must be said in it",
      operation: bodied(true, { schema: { type: "object", properties: { id: text } }, example: { id: "i" } }),
      want: { query, header: {}, body: undefined },
    },
    {
      name: "but as it is shown where there must be one, which would be empty",
      operation: bodied(
        true,
        { schema: { properties: { once: token } }, example: { id: "i", once: "o" } },
        true,
      ),
      want: { query, header: {}, body: { id: "i" } },
    },
    {
      name: "a body that is no object, as it is shown",
      operation: bodied(true, { schema: { type: "array" }, example: ["a"] }),
      want: { query, header: {}, body: ["a"] },
    },
    {
      name: "of a write what the document shows as one, but its token",
      operation: bodied(false),
      want: { query, header: {}, body: { id: "i", filter: "f", name: "n" } },
    },
  ])("$name", ({ operation, given, want }) => {
    expect(argumentsOf(operation, given)).toEqual({ body: undefined, ...want });
  });
});
