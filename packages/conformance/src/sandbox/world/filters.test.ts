import { describe, expect, test } from "vitest";
import { documentOf } from "../../../test/acme-jobs.ts";
import type { Operation } from "../../document/document.ts";
import type { Json } from "../../document/json.ts";
import { memberOf } from "./fact.ts";
import { isFilter, readFilter } from "./filters.ts";
import type { Model } from "./model.ts";
import type { Paging, Role } from "./role.ts";
import { readSaid } from "./said.ts";

const { root, operations } = documentOf({
  parameters: [
    { name: "kind", in: "query", schema: { type: "string" } },
    { name: "order", in: "query", schema: { enum: ["ASC", "DESC"] }, example: "up" },
    { name: "state", in: "query", schema: { type: "string" } },
  ],
});
const [operation] = operations as [Operation];
const paging: Paging = {
  style: { by: "page", parameter: "page" },
  asked: new Set(["page", "pagesize"]),
  items: ["items"],
  size: "page-size",
};
const status = { steps: ["items", "*", "state"], values: { running: ["RUNNING"] }, schema: "#" };
const role = {
  operation,
  paging,
  status,
  examples: new Map([["kind", { scalars: new Set(["shown"]), structures: new Set() }]]),
} as unknown as Role;
const model = { families: new Map([["jobid", "jobid"]]) } as unknown as Model;

const sayOf = (place: "query" | "header", name: string, value: Json) => {
  const [said] = readSaid({ path: {}, query: {}, header: {}, cookie: {}, [place]: { [name]: value } });
  if (!said) throw new Error("nothing is said");
  return said;
};

test.each([
  { name: "kind", value: "a", want: true },
  { name: "kind", value: ["a", "b"], want: true },
  { name: "kind", value: { a: 1 }, want: false },
  { name: "job-id", value: "j-1", want: false },
  { name: "page", value: 2, want: false },
  { name: "pageSize", value: 2, want: false },
  { place: "header", name: "kind", value: "a", want: false },
] as const)("$name of $value filters: $want", ({ name, value, want, ...given }) => {
  const place = "place" in given ? given.place : "query";
  expect(isFilter(model, role, sayOf(place, name, value as Json))).toBe(want);
});

describe("an item is admitted", () => {
  test.each([
    { why: "it says the same", name: "kind", value: "a", item: { kind: "a" }, want: true },
    { why: "it says something else", name: "kind", value: "a", item: { kind: "b" }, want: false },
    { why: "under a name of another spelling", name: "kind", value: "a", item: { Kind: "b" }, want: false },
    { why: "one of several", name: "kind", value: ["a", "b"], item: { kind: "b" }, want: true },
    { why: "a number that travels as text", name: "kind", value: "1", item: { kind: 1 }, want: true },
    { why: "it says nothing of it", name: "kind", value: "a", item: { other: "b" }, want: true },
    { why: "it says null", name: "kind", value: "a", item: { kind: null }, want: true },
    { why: "it says more than a filter can", name: "kind", value: "a", item: { kind: {} }, want: true },
    { why: "it is no object", name: "kind", value: "a", item: "b", want: true },
    { why: "a word of the filter's own", name: "order", value: "ASC", item: { order: "first" }, want: true },
    { why: "one of the filter's words", name: "order", value: "ASC", item: { order: "DESC" }, want: false },
    { why: "a status", name: "state", value: "RUNNING", item: { state: "DONE" }, want: false },
    { why: "no such status", name: "state", value: "anything", item: { state: "DONE" }, want: true },
    {
      why: "it is shown for that",
      name: "kind",
      value: "shown",
      item: { kind: "b" },
      isSample: true,
      want: true,
    },
    { why: "it was created", name: "kind", value: "shown", item: { kind: "b" }, want: false },
  ])("$why: $want", ({ name, value, item, isSample = false, want }) => {
    const member = memberOf(item as Json, name);
    const filter = readFilter(root, role, sayOf("query", name, value));
    expect((isSample && filter.isShown()) || filter.admits(member)).toBe(want);
  });
});
