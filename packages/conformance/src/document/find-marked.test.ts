import { expect, test } from "vitest";
import { findMarked } from "./find-marked.ts";
import type { JsonObject } from "./json.ts";

const root = {
  thing: {
    properties: { deep: { properties: { id: { type: "string" } } }, id: { type: "integer" } },
    allOf: [{ properties: { id: { type: "null" } } }],
  },
} satisfies JsonObject;

test("the nearest place comes first, and of a place with several schemas its own before a branch", () => {
  const places = findMarked(root, "#/thing", "type").map(({ steps, mark }) => [steps.join("/"), mark]);
  expect(places).toEqual([
    ["id", "integer"],
    ["deep/id", "string"],
  ]);
});

test("a schema that is within itself shows its places once", () => {
  const node = { properties: { next: { $ref: "#/node" }, id: { type: "string" } } };
  expect(findMarked({ node }, "#/node", "type").map(({ steps }) => steps)).toEqual([["id"]]);
});

test("where all refer to all, what is near is found, and the search ends", () => {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/${name}` }]));
  const tangle = Object.fromEntries(names.map((name) => [name, { type: "object", properties }]));
  const places = findMarked(tangle, "#/s0", "type").map(({ steps }) => steps.join("/"));
  expect(places.slice(0, 40)).toEqual(["", ...names.slice(1)]);
  expect(places.length).toBeLessThan(100_000);
});
