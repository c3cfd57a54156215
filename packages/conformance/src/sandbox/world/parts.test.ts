import { describe, expect, test } from "vitest";
import { createUser, loadSpecs } from "../../../test/world-user.ts";
import { isObject, type Json } from "../../document/json.ts";
import { readModel } from "./model.ts";
import { eachOf, partCount, partKey, partSaid, partWithId } from "./parts.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import { readSaid } from "./said.ts";
import type { Thing } from "./thing.ts";

const thing = (each?: Thing["each"]): Thing => ({
  ...{ serial: 1, start: "startJobs", said: {}, tokens: [], createdAt: 0, changedAt: 0 },
  ids: { taskid: "t", "recordid 2": "r" },
  ...(each && { each }),
});

describe("a thing consists of", () => {
  test.each<{ name: string; each?: Thing["each"]; want: unknown[] }>([
    { name: "itself", want: [{}] },
    { name: "one of one", each: { jobid: ["a"] }, want: [{ jobid: "a" }] },
    {
      name: "one for each of each",
      each: { jobid: ["a", "b"], hostid: [1, 2, 3] },
      want: [1, 2, 3].flatMap((hostid) => [
        { jobid: "a", hostid },
        { jobid: "b", hostid },
      ]),
    },
  ])("$name", ({ each, want }) => {
    const one = thing(each);
    expect(Array.from({ length: partCount(one) }, (_, part) => partSaid(one, part))).toEqual(want);
  });

  test.each([
    { id: "r", each: { jobid: ["a", "b", "c"] }, want: 2 },
    { id: "t", each: { jobid: ["a", "b", "c"] }, want: undefined },
    { id: "other", each: { jobid: ["a", "b", "c"] }, want: undefined },
    { id: "r", each: undefined, want: undefined },
  ])("a part with the id $id: $want", ({ id, each, want }) => {
    expect(partWithId(thing(each), id)).toBe(want);
  });

  test("a part's id is not the thing's", () => expect(partKey("taskid", 0)).not.toBe("taskid"));
});

/** Every start of a document that says lists of what is done one by one. */
const starts = [...(await loadSpecs()).values()].flatMap((document) => {
  const model = readModel(document);
  return [...model.operations.values()].flatMap((role) => {
    const given = createUser(document).arguments(role.operation);
    const each = role.creates ? eachOf(model, role, readSaid(given)) : undefined;
    return each ? [{ document, model, role, given, each }] : [];
  });
});

test("there are such starts", () => expect(starts.length).toBeGreaterThan(0));

describe.each(starts)("$document.name, $role.operation.id", ({ document, model, role, given, each }) => {
  const names = Object.keys(each);
  const lists = names.map((name, index) => Array.from({ length: index + 2 }, (_, one) => `${name}-${one}`));
  const body = Object.fromEntries(
    Object.entries(given.body?.value ?? {}).map(([name, value]) => [
      name,
      lists[names.indexOf(plainName(name).replace(/s$/, ""))] ?? value,
    ]),
  );
  const count = lists.reduce((product, list) => product * list.length, 1);

  test(`has a part for each of ${names.join(" and ")}`, () => {
    const user = createUser(document);
    const asked = { ...given, body: { type: "application/json", value: body as Json } };
    const started = user.send(role.operation, asked);
    const other = user.send(role.operation, asked);
    const link = role.links.find(({ target }) => {
      const list = model.operations.get(target.id);
      return list?.shows.some(({ family }) => !role.shows.some((own) => own.family === family));
    });
    if (!link) return expect.unreachable("no list of parts");
    const list = model.operations.get(link.target.id);
    const itemsOf = (from: typeof started, more = {}) =>
      valueAtSteps(user.follow(link, from, more).draft?.value, list?.paging?.items ?? []) as Json[];
    const items = itemsOf(started, { [list?.paging?.size ?? "limit"]: 100 });
    expect(items).toHaveLength(count);
    expect(new Set(items.map((item) => JSON.stringify(combination(item)))).size).toBe(count);
    const ids = [...items, ...itemsOf(other)].map((item) => (isObject(item) ? item.id : undefined));
    expect(new Set(ids).size).toBe(2 * count);
    // What is read by the id of a part is that part.
    const read = user.links.find(({ source, cancels }) => source === link.target && !cancels);
    for (const [index, item] of items.entries()) {
      const page = user.follow(link, started, { offset: index, limit: 1 });
      const one = read && user.follow(read, page).draft?.value;
      expect(combination(one)).toEqual(combination(item));
      expect(isObject(one) && isObject(item) && one.id === item.id).toBe(true);
    }
  });

  test("as one, if the list is empty or no list", () => {
    const user = createUser(document);
    for (const value of [[], "one"]) {
      const single = Object.fromEntries(Object.keys(body).map((name) => [name, value]));
      const asked = { ...given, body: { type: "application/json", value: single as Json } };
      expect(eachOf(model, role, readSaid(asked))).toBeUndefined();
      expect(user.send(role.operation, asked).draft).toBeDefined();
    }
  });

  function combination(item: Json | undefined): Json[] {
    return Object.entries(isObject(item) ? item : {})
      .filter(([name]) => names.includes(plainName(name)))
      .map(([, value]) => value);
  }
});
