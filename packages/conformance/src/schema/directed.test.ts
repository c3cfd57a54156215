import { describe, expect, test } from "vitest";
import { documentOf } from "../../test/acme-jobs.ts";
import type { JsonObject } from "../document/json.ts";
import { lazyValidators, type Strangers } from "./compile-validators.ts";
import { directed } from "./directed.ts";
import { explainErrors } from "./explain-errors.ts";

const id = { type: "integer", readOnly: true };
const password = { type: "string", writeOnly: true };
const user = { type: "object", required: ["id", "name", "password"], properties: { id, name: {}, password } };
const secret = { Secret: { type: "string", writeOnly: true } };

/** One schema, of a request and of its answer. */
const userOf = (schema: object, components: object = secret) => {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/User" } } };
  const responses = { "200": { description: "", content } };
  const schemas = { User: schema, ...components };
  return documentOf({ requestBody: { content }, responses }, { schemas }, { method: "post" });
};

describe.each<{ strangers: Strangers }>([{ strangers: "refused" }, { strangers: "admitted" }])(
  "what goes one way alone, strangers $strangers",
  ({ strangers }) => {
    test.each([
      { schema: user, given: { name: "a", password: "b" }, request: true, answer: false },
      { schema: user, given: { name: "a", id: 1 }, request: false, answer: true },
      { schema: user, given: { name: "a", id: 1, password: "b" }, request: true, answer: false },
      { schema: user, given: { name: "a" }, request: false, answer: false },
      {
        schema: { allOf: [user], required: ["id", "password"] },
        given: { name: "a", id: 1 },
        request: false,
        answer: true,
      },
      {
        schema: {
          ...user,
          properties: { ...user.properties, password: { $ref: "#/components/schemas/Secret" } },
        },
        given: { name: "a", id: 1 },
        request: false,
        answer: true,
      },
    ])("$given", ({ schema, given, request, answer }) => {
      const document = userOf(schema);
      const [operation] = document.operations;
      const validators = lazyValidators(document, strangers);
      const validate = (pointer = "") => validators.get(pointer)?.(given);
      expect(validate(operation?.requestBody?.content[0]?.schema)).toBe(request);
      expect(validate(operation?.responses["200"]?.content[0]?.schema)).toBe(answer);
    });
  },
);

test("a member that is never present in an answer is told as such", () => {
  const document = userOf(user);
  const schema = document.operations[0]?.responses["200"]?.content[0]?.schema ?? "";
  const validate = lazyValidators(document).get(schema);
  const given = { name: "a", id: 1, password: "b" };
  validate?.(given);
  expect(explainErrors(document.root, schema, given, validate?.errors ?? [])).toEqual([
    { at: "#/password", expected: "no such member here", received: '"b"' },
  ]);
});

test.each([
  { name: "nothing is marked", schema: { properties: { id: {} }, required: ["id"] } },
  { name: "a member is called so", schema: { properties: { readOnly: { type: "boolean" } } } },
  { name: "the mark says no", schema: { properties: { id: { readOnly: false } }, required: ["id"] } },
])("a document that is alike in both directions stays one: $name", ({ schema }) => {
  const root: JsonObject = userOf(schema, {}).root;
  expect([directed(root, "request"), directed(root, "answer")].every((one) => one === root)).toBe(true);
});
