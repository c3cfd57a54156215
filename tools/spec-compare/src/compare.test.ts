import { expect, test } from "vitest";
import { compare } from "./compare.ts";
import type { Fact, OperationFacts } from "./facts.ts";
import { readOpenApi } from "./read-openapi.ts";
import { readParameterList } from "./read-parameter-list.ts";

const operation = (facts: Record<string, Fact>, isWhole = true): OperationFacts => ({
  id: "getJob",
  facts: new Map(Object.entries(facts)),
  isWhole,
});

test.each([
  {
    name: "the same",
    ours: { "query a": { required: true, type: "string" } },
    theirs: { "query a": { required: true, type: "string" } },
    want: [],
  },
  {
    name: "required and type",
    ours: { "query a": { required: true, type: "string" } },
    theirs: { "query a": { required: false, type: "integer" } },
    want: ["required: true, false", "type: string, integer"],
  },
  {
    name: "a parameter that only one has",
    ours: { "query a": { required: true, type: "string" } },
    theirs: { "query b": { required: true, type: "string" } },
    want: ["presence: string, absent", "presence: absent, string"],
  },
  {
    name: "values and bounds",
    ours: { "query a": { required: true, type: "string", values: ["A", "B"], bounds: ["maxLength=9"] } },
    theirs: { "query a": { required: true, type: "string", values: ["A"] } },
    want: ["values: A B, A", "bounds: maxLength=9, none"],
  },
] satisfies { name: string; ours: Record<string, Fact>; theirs: Record<string, Fact>; want: string[] }[])(
  "$name",
  ({ ours, theirs, want }) => {
    const { differences } = compare([operation(ours)], [operation(theirs)]);
    expect(differences.map(({ about, ours: a, theirs: b }) => `${about}: ${a}, ${b}`)).toEqual(want);
  },
);

test("a list of parameters is not asked about bodies and answers", () => {
  const ours = operation({
    "query a": { required: false, type: "array" },
    "body x": { required: false, type: "string" },
    "200": { required: true, type: "response" },
  });
  const theirs = readParameterList({
    operations: { getJob: { name: "getJob", parameters: [{ name: "a", position: "Query", type: "Json" }] } },
  });
  expect(compare([ours], theirs)).toMatchObject({ compared: ["getJob"], facts: 1, differences: [] });
});

test("members of an OpenAPI document are read at all depths, through $ref, allOf and lists", () => {
  const [read] = readOpenApi({
    paths: {
      "/jobs/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", maxLength: 9 } }],
        get: {
          operationId: "getJob",
          responses: {
            200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Job" } } } },
            204: { description: "nothing" },
          },
        },
      },
    },
    components: {
      schemas: {
        Job: {
          allOf: [{ type: "object", required: ["id"], properties: { id: { type: "string" } } }],
          properties: {
            tags: { type: "array", items: { type: "object", properties: { key: { type: "string" } } } },
            state: { anyOf: [{ const: "DONE" }, { const: "BUSY" }, { type: "string" }] },
            parent: { $ref: "#/components/schemas/Job" },
          },
        },
      },
    },
  });
  expect(Object.fromEntries(read?.facts ?? [])).toEqual({
    "path id": { type: "string", required: true, bounds: ["maxLength=9"] },
    "200": { type: "response", required: true },
    "200 id": { type: "string", required: true },
    "200 tags": { type: "array", required: false },
    "200 tags[].key": { type: "string", required: false },
    "200 state": { type: "string", required: false, values: ["BUSY", "DONE"] },
    "200 parent": { type: "object", required: false },
    "204": { type: "response", required: true },
  });
});
