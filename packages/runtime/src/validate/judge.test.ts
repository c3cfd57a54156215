import { describe, expect, it } from "vitest";
import type { Finding } from "../malformed-body.ts";
import { createJudge } from "./judge.ts";
import type { Schema } from "./schema.ts";

// A table as codegen makes one; below, each row's schema stands before it, at 0.
const TABLE: readonly Schema[] = [
  { type: "string" },
  { type: "integer" },
  { enum: ["RUNNING", "DONE"] },
  { type: "object", properties: { id: 1, state: 3 }, required: ["id"] },
  { type: "null" },
  { type: "object", properties: { next: 6, at: 2 } },
  { type: "array", items: 4 },
];
const [STRING, INTEGER, STATE, JOB, NULL, NODE, JOBS] = [1, 2, 3, 4, 5, 6, 7] as const;

function judge(schema: Schema, value: unknown): Finding[] {
  return createJudge([schema, ...TABLE])(0, value);
}

const at = (pointer: string, expected: string, received: string) => ({ at: pointer, expected, received });

describe("nothing is wrong with", () => {
  it.each<{ what: string; schema: Schema; given: unknown }>([
    { what: "anything, where nothing is said", schema: {}, given: [null, {}] },
    { what: "a member that no schema names", schema: { allOf: [JOB] }, given: { id: "a", new: true } },
    { what: "a member that is not there", schema: { properties: { id: STRING } }, given: {} },
    { what: "what every object inherits", schema: { properties: { constructor: STRING } }, given: {} },
    { what: "a whole number, however it was written", schema: { type: "integer" }, given: 1.0 },
    { what: "a keyword of another kind", schema: { minLength: 3, minItems: 3, minimum: 3 }, given: {} },
    {
      what: "a listed object, its members in any order",
      schema: { enum: [{ a: 1, b: 2 }] },
      given: { b: 2, a: 1 },
    },
    { what: "one kind of several", schema: { type: ["string", "null"] }, given: null },
    { what: "a branch that fits", schema: { anyOf: [JOB, NULL] }, given: null },
    { what: "a branch of a branch", schema: { anyOf: [NULL, 8] }, given: "a" },
    { what: "one branch alone", schema: { oneOf: [STRING, INTEGER] }, given: 1 },
    {
      what: "a character that JavaScript writes as two",
      schema: { minLength: 2, maxLength: 2 },
      given: "😀😀",
    },
    {
      what: "items after those of a tuple",
      schema: { prefixItems: [STRING], items: INTEGER },
      given: ["a", 1, 2],
    },
    { what: "too few items for a tuple", schema: { prefixItems: [STRING, INTEGER] }, given: [] },
  ])("$what", ({ schema, given }) => {
    expect(createJudge([schema, ...TABLE, { oneOf: [INTEGER, STRING] }])(0, given)).toEqual([]);
  });
});

describe("a finding says where, what is documented, and what came", () => {
  it.each<{ schema: Schema; given: unknown; want: Finding[] }>([
    { schema: { type: "string" }, given: 5, want: [at("", "string", "number")] },
    { schema: { type: "number" }, given: Infinity, want: [at("", "number", "number")] },
    { schema: { type: "object" }, given: [1, 2], want: [at("", "object", "array of 2 items")] },
    {
      schema: { type: ["array", "null"] },
      given: "abc",
      want: [at("", "array or null", "string of 3 characters")],
    },
    { schema: { allOf: [STATE] }, given: "LOST", want: [at("", 'one of "RUNNING", "DONE"', '"LOST"')] },
    { schema: { enum: ["200"] }, given: 200, want: [at("", '"200"', "200")] },
    {
      schema: { allOf: [JOBS] },
      given: [{ id: "a" }, { id: 1, state: null }, {}],
      want: [
        at("/1/id", "string", "number"),
        at("/1/state", 'one of "RUNNING", "DONE"', "null"),
        at("/2/id", "a required member", "nothing"),
      ],
    },
    {
      schema: { properties: { "a/b~c": STRING } },
      given: { "a/b~c": 1 },
      want: [at("/a~1b~0c", "string", "number")],
    },
    {
      schema: { additionalProperties: INTEGER },
      given: { a: "x" },
      want: [at("/a", "integer", "string of 1 characters")],
    },
    {
      schema: { propertyNames: 8, anyOf: [JOB] },
      given: { id: "a" },
      want: [at("", "a name: characters: at least 3", '"id"')],
    },
    {
      schema: { minLength: 2 },
      given: "😀",
      want: [at("", "characters: at least 2", "string of 2 characters")],
    },
    { schema: { pattern: "^a" }, given: "b", want: [at("", "pattern ^a", "string of 1 characters")] },
    {
      schema: { pattern: "^a", format: "a" },
      given: "b",
      want: [at("", "format a", "string of 1 characters")],
    },
    {
      schema: { maxLength: 1 },
      given: "ab",
      want: [at("", "characters: at most 1", "string of 2 characters")],
    },
    {
      schema: { required: ["constructor"] },
      given: {},
      want: [at("/constructor", "a required member", "nothing")],
    },
    { schema: { minimum: 1 }, given: 0.5, want: [at("", "at least 1", "0.5")] },
    { schema: { exclusiveMaximum: 1 }, given: 1, want: [at("", "less than 1", "1")] },
    { schema: { multipleOf: 2 }, given: 3, want: [at("", "a multiple of 2", "3")] },
    { schema: { maxItems: 1 }, given: [1, 2], want: [at("", "items: at most 1", "array of 2 items")] },
    {
      schema: { uniqueItems: true },
      given: [{ a: 1 }, { a: 1 }],
      want: [at("", "items that differ", "array of 2 items")],
    },
    { schema: { minProperties: 1 }, given: {}, want: [at("", "members: at least 1", "object")] },
    {
      schema: { not: STATE },
      given: "DONE",
      want: [at("", 'not one of "RUNNING", "DONE"', "string of 4 characters")],
    },
    {
      schema: { oneOf: [STRING, STATE] },
      given: "DONE",
      want: [at("", "one alternative alone, of 2", "string of 4 characters")],
    },
    // What two parts ask for is told once.
    { schema: { allOf: [STRING, STRING] }, given: 1, want: [at("", "string", "number")] },
  ])("$schema: $given", ({ schema, given, want }) => {
    expect(createJudge([schema, ...TABLE, { minLength: 3 }])(0, given)).toEqual(want);
  });
});

describe("of alternatives, the likeliest is the one that is told of", () => {
  it.each<{ what: string; given: unknown; want: Finding[] }>([
    {
      what: "its part is wrong",
      given: { id: "a", state: "LOST" },
      want: [at("/state", 'one of "RUNNING", "DONE"', '"LOST"')],
    },
    { what: "its part is missing", given: {}, want: [at("/id", "a required member", "nothing")] },
    { what: "none of them is of this kind", given: 1, want: [at("", "object with id or null", "number")] },
  ])("$what", ({ given, want }) => {
    expect(judge({ anyOf: [JOB, NULL] }, given)).toEqual(want);
    expect(judge({ oneOf: [JOB, NULL] }, given)).toEqual(want);
  });

  it("tells of none where two are as likely", () => {
    const given = { at: "noon", state: "LOST", id: "a" };
    expect(judge({ anyOf: [JOB, NODE] }, given)).toEqual([at("", "object with id or object", "object")]);
  });
});

describe("what has no end", () => {
  const chain = (length: number, end: unknown) => {
    let node = end;
    for (let count = 0; count < length; count++) node = { next: node };
    return node;
  };

  it("is followed as deep as it goes", () => {
    expect(judge({ allOf: [NODE] }, chain(30, { at: "noon" }))).toEqual([
      at(`${"/next".repeat(30)}/at`, "integer", "string of 4 characters"),
    ]);
  });

  it("is followed no deeper than the stack is", () => {
    expect(judge({ allOf: [NODE] }, chain(100_000, 1))).toEqual([]);
    // Each level asks twice, and none of them twice as much as the one below.
    const twice: Schema = { type: "object", properties: { next: 8 } };
    const judgeTwice = createJudge([{ anyOf: [NULL, 8] }, ...TABLE, { anyOf: [NULL, 9] }, twice]);
    expect(judgeTwice(0, chain(200, 1))).toHaveLength(1);
  });

  it("is told of a hundred times", () => {
    const given = Array.from({ length: 1000 }, () => ({}));
    expect(judge({ allOf: [JOBS] }, given)).toHaveLength(100);
    expect(judge({ anyOf: [JOBS, NULL], items: STRING }, given)).toHaveLength(100);
  });
});

it("lists no more values than can be read", () => {
  const values = Array.from({ length: 25 }, (_, index) => index);
  const [finding] = judge({ enum: values }, "x");
  expect(finding?.expected).toMatch(/^one of 0, 1, .*, 19, 5 more$/);
});
