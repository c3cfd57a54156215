import { describe, expect, test } from "vitest";
import type { JsonObject } from "../document/json.ts";
import { documentedItems, documentedMembers } from "./documented-members.ts";

const root: JsonObject = {
  Base: { properties: { a: {}, b: {} } },
  Alias: { $ref: "#/Base" },
  Beside: { $ref: "#/Base", properties: { a: {}, own: {} } },
  All: {
    allOf: [
      { $ref: "#/Base" },
      { properties: { b: {}, "x/y": {} } },
      { allOf: [{ properties: { deep: {} } }] },
    ],
  },
  Choice: { anyOf: [{ properties: { a: {} } }], oneOf: [{ properties: { b: {} } }], properties: { c: {} } },
  Loop: { allOf: [{ $ref: "#/Loop" }, { properties: { a: {} } }] },
  List: { items: { properties: { a: {} } } },
  Lists: { allOf: [{ $ref: "#/List" }, { items: {} }], items: true },
  Free: { type: "object" },
};

describe("the members of one place, with all that describes them", () => {
  test.each<{ on: string[]; want: Record<string, string[]> }>([
    { on: ["Base"], want: { a: ["#/Base/properties/a"], b: ["#/Base/properties/b"] } },
    { on: ["Alias"], want: { a: ["#/Base/properties/a"], b: ["#/Base/properties/b"] } },
    {
      on: ["Beside"],
      want: {
        a: ["#/Beside/properties/a", "#/Base/properties/a"],
        own: ["#/Beside/properties/own"],
        b: ["#/Base/properties/b"],
      },
    },
    {
      on: ["All"],
      want: {
        a: ["#/Base/properties/a"],
        b: ["#/Base/properties/b", "#/All/allOf/1/properties/b"],
        "x/y": ["#/All/allOf/1/properties/x~1y"],
        deep: ["#/All/allOf/2/allOf/0/properties/deep"],
      },
    },
    // What only a branch documents is not promised.
    { on: ["Choice"], want: { c: ["#/Choice/properties/c"] } },
    { on: ["Loop"], want: { a: ["#/Loop/allOf/1/properties/a"] } },
    { on: ["Base", "Alias"], want: { a: ["#/Base/properties/a"], b: ["#/Base/properties/b"] } },
    { on: ["List"], want: {} },
    { on: ["Free"], want: {} },
    { on: ["Nothing"], want: {} },
  ])("$on", ({ on, want }) => {
    const starts = on.map((name) => `#/${name}`);
    expect(Object.fromEntries(documentedMembers(root, ...starts))).toEqual(want);
  });
});

test.each([
  { on: "List", want: ["#/List/items"] },
  { on: "Lists", want: ["#/List/items", "#/Lists/allOf/1/items"] },
  { on: "Base", want: [] },
])("the items of $on", ({ on, want }) => {
  expect(documentedItems(root, `#/${on}`)).toEqual(want);
});
