import { expect, test } from "vitest";
import type { Json } from "../../document/json.ts";
import { createStore } from "./store.ts";

const thing = (id: string, tokens: string[] = []) => ({
  start: "startJob",
  ids: { jobid: id },
  said: {},
  tokens,
  createdAt: 0,
  changedAt: 0,
});

test("things are found by each of their ids and tokens, the newest first", () => {
  const store = createStore();
  const [one, two] = [store.add(thing("a")), store.add(thing("b", ["t"]))];
  store.name(one, "partid", "a1");
  expect([store.byId("a1"), store.byId("b"), store.byToken("t"), store.byId("c")]).toEqual([
    one,
    two,
    two,
    undefined,
  ]);
  expect(store.list()).toEqual([two, one]);
});

test("what is forgotten is gone by all its ids, until it is written anew", () => {
  const store = createStore();
  const one = store.add(thing("a", ["t"]));
  store.name(one, "partid", "a1");
  store.forget("a1");
  store.forget("/scripts/7");
  expect([store.byId("a"), store.byToken("t"), store.list()]).toEqual([undefined, undefined, []]);
  expect(["a", "a1", "/scripts/7", "b"].map((key) => store.isGone(key))).toEqual([true, true, true, false]);
  store.revive("/scripts/7");
  expect(store.isGone("/scripts/7")).toBe(false);
});

test("of too many things and tokens the oldest go", () => {
  const store = createStore();
  const first = store.add(thing("0"));
  for (let count = 0; count < 11; count += 1) store.remember(first, `t${count}`);
  expect([store.byToken("t0"), store.byToken("t1"), first.tokens.length]).toEqual([undefined, first, 10]);
  for (let count = 1; count <= 10_000; count += 1) store.add(thing(String(count)));
  expect([store.byId("0"), store.byToken("t1"), store.list().length]).toEqual([undefined, undefined, 10_000]);
  for (let count = 0; count < 10_001; count += 1) store.forget(`/x/${count}`);
  expect([store.isGone("/x/0"), store.isGone("/x/10000")]).toEqual([false, true]);
});

test("a snapshot is JSON, and all that it takes to go on", () => {
  const store = createStore();
  store.add(thing("a", ["t"]));
  store.forget("/x");
  const other = createStore();
  other.restore(JSON.parse(JSON.stringify(store.snapshot())) as Json);
  expect(other.snapshot()).toEqual(store.snapshot());
  expect([
    other.byId("a")?.serial,
    other.byToken("t")?.serial,
    other.isGone("/x"),
    other.add(thing("b")).serial,
  ]).toEqual([1, 1, true, 2]);
  other.restore(null);
  expect(other.list()).toEqual([]);
});
