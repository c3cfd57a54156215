import { describe, expect, test } from "vitest";
import { createUser, loadSpecs } from "../../../test/world-user.ts";
import { createVirtualClock } from "../clock.ts";
import { createRandom } from "../random.ts";
import { factOf, memberOf } from "./fact.ts";
import { createLife } from "./life.ts";
import { readModel } from "./model.ts";
import type { Picture } from "./picture.ts";
import { plainName } from "./plain-name.ts";
import { readSaid } from "./said.ts";
import { createStore } from "./store.ts";
import { createViews } from "./views.ts";

const slot = (name: string, own = true) => {
  const steps = name.split("/");
  return { steps, holder: steps.slice(0, -1), schema: "#", own };
};
const picture: Picture = {
  sample: {
    "job-id": "job-12345",
    title: "sample",
    note: "of job-12345",
    at: "2026-11-22T01:02:03Z",
    percent: 4,
  },
  ids: [{ steps: ["job-id"], family: "jobid", sample: "job-12345", sure: true, spread: true }],
  mentions: () => true,
  stamps: [{ steps: ["at"], sample: "2026-11-22T01:02:03Z", write: String }],
  progress: { steps: ["percent"], low: 0, high: 100 },
  slots: new Map([
    ["title", slot("title")],
    ["owner", slot("owner")],
    ["colour", slot("colour", false)],
    ["team", slot("owner/team")],
  ]),
  shared: [],
};

describe("what is known before an answer is composed", () => {
  test.each([
    {
      of: "what is told again",
      plain: "title",
      said: { title: "told" },
      want: { name: "title", value: "told" },
    },
    { of: "what the sample says", plain: "title", said: {}, want: { name: "title", value: "sample" } },
    {
      of: "what the sample does not show",
      plain: "owner",
      said: { owner: "me" },
      want: { name: "owner", value: "me" },
    },
    { of: "what nobody said", plain: "owner", said: {}, want: undefined },
    { of: "what has no place", plain: "colour", said: { colour: "red" }, want: undefined },
    { of: "what is no member", plain: "other", said: { other: 1 }, want: undefined },
    { of: "what does not fit", plain: "title", said: { title: 7 }, want: "unknown" },
    { of: "an id", plain: "jobid", said: {}, want: "unknown" },
    { of: "a text that an id is in", plain: "note", said: {}, want: "unknown" },
    { of: "a time stamp", plain: "at", said: {}, want: "unknown" },
    { of: "progress", plain: "percent", said: {}, want: "unknown" },
  ])("of $of", ({ plain, said, want }) => {
    const told = { id: () => undefined, said: [said], shared: new Map() };
    const fact = factOf(
      picture,
      () => told,
      plain,
      (_, value) => typeof value === "string",
    );
    expect(fact ? fact.member : "unknown").toEqual(want);
  });
});

describe.each([...(await loadSpecs())])("%s", (_, document) => {
  const model = readModel(document);
  const roles = [...model.operations.values()];
  const lists = roles.filter(({ paging, session }) => paging && !session);

  test("is what the composed answer says", () => {
    const store = createStore();
    const views = createViews(document, model, store, createRandom(1));
    const now = createVirtualClock().now();
    const user = createUser(document);
    const wrong: string[] = [];
    let known = 0;
    for (const start of roles.filter(({ creates }) => creates)) {
      const said = readSaid(user.arguments(start.operation));
      const thing = store.add({
        ...{ start: start.operation.id, ids: {}, tokens: [], createdAt: now, changedAt: now },
        said: Object.fromEntries(said.map(({ plain, value }) => [plain, value])),
      });
      for (const { family } of start.shows) store.name(thing, family, views.newId("a-1"));
      const possible = views.possible(start);
      if (possible.size > 0) {
        thing.life = createLife(start.operation.id, "failed", possible, { seen: true, begun: true, now });
      }
      for (const role of lists) {
        const items = role.paging?.items ?? [];
        const facts = new Map(
          [
            ...new Set([
              ...Object.keys(thing.said),
              ...roles.flatMap(({ examples }) => [...examples.keys()]),
            ]),
          ].map((plain) => [plain, views.fact(role, thing, plain, items)]),
        );
        const item = views.tell(role, thing, {}, items);
        for (const [plain, fact] of facts) {
          if (fact) known += 1;
          const want = memberOf(item, plainName(plain));
          if (fact && JSON.stringify(fact.member) !== JSON.stringify(want)) {
            wrong.push(`${role.operation.id} ${plain}: ${JSON.stringify([fact.member, want])}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(known > 0 || lists.length === 0).toBe(true);
  });
});
