import { describe, expect, test } from "vitest";
import { complaintsOf, createUser, loadSpecs, type Outcome, worldBench } from "../../../test/world-user.ts";
import type { Document } from "../../document/document.ts";
import { findMarked, valuesAtPlace } from "../../document/find-marked.ts";
import { isObject, type Json } from "../../document/json.ts";
import { CANONICAL_STATES } from "../../document/vocabulary.ts";
import { createVirtualClock } from "../clock.ts";
import { createRandom } from "../random.ts";
import { ENDINGS } from "./ending.ts";
import { readModel } from "./model.ts";
import { readNamedKinds } from "./named-kinds.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { createWorld } from "./world.ts";

const specs = await loadSpecs();
/** More polls than any life has steps. */
const POLLS = 8;

describe.each([...specs])("%s", (_, document) => {
  const model = readModel(document);
  const roles = [...model.operations.values()];
  const starts = roles.filter((role) => setsGoing(role));

  test("has starts", () => expect(starts.length).toBeGreaterThan(0));

  test.each(ENDINGS)("every start goes its way to its end: %s", { timeout: 60_000 }, async (ending) => {
    const bench = await worldBench(document);
    const user = createUser(document);
    const found: string[] = [];
    for (const role of starts) {
      const { operation } = role;
      const given = user.arguments(operation);
      for (const link of role.links.filter((one) => leadsToThing(one))) {
        const started = user.send(operation, given, { outcome: ending });
        const say = (what: string) => found.push(`${operation.id} → ${link.target.id}: ${what}`);
        for (const one of await complaintsOf(bench, operation, started)) say(`start ${one}`);
        const polled = model.operations.get(link.target.id);
        const values = Object.keys(link.values ?? polled?.status?.values ?? {});
        const asked = JSON.stringify(user.follow(link, started).arguments);
        const id = user.world.executions().find((one) => asked.includes(one.id))?.id;
        if (id === undefined) say("is no execution");
        const seen: string[] = user.states(started.draft);
        let progress = 0;
        let last: Outcome | undefined;
        for (let poll = 0; poll < POLLS; poll += 1) {
          user.clock.advance(1000);
          last = user.follow(link, started);
          for (const one of await complaintsOf(bench, link.target, last, ending !== "succeeded"))
            say(`poll ${poll} ${one}`);
          seen.push(...user.states(last.draft));
          const now = progressIn(document, last);
          if (now !== undefined && now < progress) say(`progress falls from ${progress} to ${now}`);
          progress = now ?? progress;
          if (user.world.executions().every((one) => one.id !== id)) say("the id changes");
        }
        // A state comes after those that are before it in a life.
        const order = seen.map((state) => CANONICAL_STATES.indexOf(state as "running"));
        if (order.some((one, index) => index > 0 && one < (order[index - 1] ?? 0)))
          say(`out of order: ${seen}`);
        const end = seen.at(-1) ?? "";
        if (values.includes(ending) && end !== ending) say(`ends ${end}`);
        if (
          ending === "expired" &&
          polled?.status?.expires !== undefined &&
          user.states(last?.draft).length > 0
        ) {
          say("has a status, though it is expired");
        }
        if (end === "succeeded" && !hasResult(document, link.target.id, last)) say("no result");
        if (
          !JSON.stringify(last?.draft?.value ?? "").includes(String(id)) &&
          ending !== "expired" &&
          showsId(polled)
        ) {
          say(`no id ${id}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  test("what is live is canceled by the links that cancel", async () => {
    const found: string[] = [];
    for (const cancel of roles.flatMap(({ links }) => links).filter(({ cancels }) => cancels)) {
      const user = createUser(document);
      const start = starts.find(({ links }) => links.some(({ target }) => target === cancel.source));
      if (!start) continue;
      const started = user.send(start.operation, user.arguments(start.operation));
      const link = start.links.find(({ target }) => target === cancel.source);
      const first = link && user.follow(link, started);
      if (!link || !first) continue;
      const canceled = user.follow(cancel, first);
      const after = user.follow(link, started);
      const want = model.operations.get(link.target.id)?.status?.values.canceled ? "canceled" : "failed";
      const states = user.states(after.draft);
      if (!canceled.draft || states.some((state) => state !== want))
        found.push(`${cancel.source.id}: ${states}`);
    }
    expect(found).toEqual([]);
  });

  test("what waits goes on as a person answers", () => {
    const found: string[] = [];
    for (const answer of roles.flatMap(({ links }) => links).filter((link) => link.answer)) {
      const user = createUser(document);
      const start = starts.find(({ links }) => links.some(({ target }) => target === answer.source));
      const link = start?.links.find(({ target }) => target === answer.source);
      if (!start || !link) continue;
      const started = user.send(start.operation, user.arguments(start.operation), { outcome: "waiting" });
      let last = started;
      for (let poll = 0; poll < POLLS; poll += 1) last = user.follow(link, started);
      const waited = user.states(last.draft);
      user.follow(answer, last);
      for (let poll = 0; poll < POLLS; poll += 1) last = user.follow(link, started);
      const want = answer.answer?.state === "running" ? "succeeded" : answer.answer?.state;
      const went = user.states(last.draft);
      if (waited.join() !== "waiting" || went.join() !== want)
        found.push(`${answer.source.id}: ${waited} ${went}`);
    }
    expect(found).toEqual([]);
  });

  test("an id that nothing has is not found, and empties a list", () => {
    const found: string[] = [];
    const user = createUser(document);
    for (const role of roles.filter(({ subjects, session }) => subjects.size > 0 && !session)) {
      user.world.restore(null);
      const names = [...role.operation.parameters.map(({ name }) => name), ...bodyNames(role)];
      const name = names.find((one) => role.subjects.has(plainName(one)));
      if (name === undefined) continue;
      const isNumber = isNumeric(role, name);
      const given = user.arguments(role.operation, { [name]: isNumber ? 987654 : "nothing-has-this-id" });
      const { draft, violations } = user.send(role.operation, given);
      if (role.paging) {
        const items = valuesAtPlace(draft?.value ?? null, role.paging.items)[0]?.[1];
        if (!Array.isArray(items) || items.length > 0) found.push(`${role.operation.id}: a list`);
      } else if (role.knowsNotFound && violations[0]?.mistake !== "notFound") found.push(role.operation.id);
    }
    expect(found).toEqual([]);
  });

  test("what the document asks for is answered as the document answers", () => {
    const user = createUser(document);
    const named = readNamedKinds(model);
    const found = roles
      .filter((role) => !role.creates && !role.deletes && !role.paging && !setsGoing(role))
      .filter(({ operation }) => named.get(operation.id)?.does !== "create")
      .filter(({ operation, draft }) => {
        user.world.restore(null);
        const { draft: answered } = user.send(operation, user.arguments(operation));
        return JSON.stringify(answered?.value) !== JSON.stringify(draft?.value);
      });
    expect(found.map(({ operation }) => operation.id)).toEqual([]);
  });

  test("every answer to a request of the document's examples is as documented", async () => {
    const bench = await worldBench(document);
    const found: string[] = [];
    const user = createUser(document);
    for (const { operation, session } of roles) {
      user.world.restore(null);
      const outcome = user.send(operation, user.arguments(operation));
      if (session) continue;
      for (const one of await complaintsOf(bench, operation, outcome)) found.push(`${operation.id}: ${one}`);
    }
    expect(found).toEqual([]);
  }, 60_000);

  test("paging shows every item once", async () => {
    const bench = await worldBench(document);
    const found: string[] = [];
    const user = createUser(document);
    for (const role of roles) {
      const { paging, operation } = role;
      if (!paging) continue;
      user.world.restore(null);
      for (const start of starts.slice(0, 1)) {
        for (let count = 0; count < 7; count += 1)
          user.send(start.operation, user.arguments(start.operation));
      }
      const required = operation.parameters.filter((one) => one.required || one.in === "path");
      const base = user.arguments(operation);
      const given = Object.fromEntries(
        required.flatMap(({ name, in: place }) =>
          base[place][name] === undefined ? [] : [[name, base[place][name]]],
        ),
      ) as Record<string, Json>;
      const items: string[] = [];
      let start: Json | undefined =
        paging.style.by === "page" ? 1 : paging.style.by === "offset" ? 0 : undefined;
      for (let page = 0; page < 40; page += 1) {
        const size = paging.size === undefined ? {} : { [paging.size]: 3 };
        const outcome = user.call(operation.id, {
          ...given,
          ...size,
          ...(start !== undefined && { [paging.style.parameter]: start }),
        });
        for (const one of await complaintsOf(bench, operation, outcome, true))
          found.push(`${operation.id}: ${one}`);
        const shown = valuesAtPlace(outcome.draft?.value ?? null, paging.items)[0]?.[1];
        const list = Array.isArray(shown) ? shown : [];
        items.push(...list.map((item) => JSON.stringify(item)));
        if (paging.style.by === "token") {
          const next = valuesAtPlace(
            outcome.draft?.value ?? null,
            paging.style.next.split("/").slice(1),
          )[0]?.[1];
          if (typeof next !== "string" || next === "") break;
          start = next;
        } else {
          if (list.length === 0) break;
          start = Number(start) + (paging.style.by === "page" ? 1 : list.length);
        }
      }
      const all = user.call(operation.id, {
        ...given,
        ...(paging.size !== undefined && { [paging.size]: 50 }),
      });
      const total = ((valuesAtPlace(all.draft?.value ?? null, paging.items)[0]?.[1] ?? []) as Json[]).length;
      if (new Set(items).size !== items.length) found.push(`${operation.id}: repeats`);
      if (items.length !== total && paging.size !== undefined)
        found.push(`${operation.id}: ${items.length} of ${total}`);
      const said = paging.total
        ? valuesAtPlace(all.draft?.value ?? null, paging.total.split("/").slice(1))[0]?.[1]
        : undefined;
      if (said !== undefined && Number(said) !== total)
        found.push(`${operation.id}: says ${said}, has ${total}`);
    }
    expect(found).toEqual([]);
  }, 60_000);

  test("a token that was not given out is refused", () => {
    const user = createUser(document);
    const lists = roles.filter(({ paging }) => paging?.style.by === "token");
    const found = lists.filter(({ paging, operation }) => {
      const { violations } = user.call(operation.id, { [paging?.style.parameter ?? ""]: "made-up" });
      return violations[0]?.mistake !== "parameterInvalid";
    });
    expect(found.map(({ operation }) => operation.id)).toEqual([]);
  });

  test("goes on from a snapshot in another world", () => {
    const user = createUser(document);
    const [role] = starts.filter(({ creates }) => creates);
    const link = role?.links.find(({ target }) => model.operations.get(target.id)?.status);
    if (!role || !link) throw new Error("no start");
    const started = user.send(role.operation, user.arguments(role.operation));
    user.follow(link, started);
    const other = createWorld({
      document,
      clock: createVirtualClock(user.clock.now()),
      random: createRandom(9),
      pace: { by: "polls" },
    });
    other.restore(JSON.parse(JSON.stringify(user.world.snapshot())) as Json);
    expect(other.executions()).toEqual(user.world.executions());
    const { arguments: given, draft } = user.follow(link, started);
    const request = {
      method: "",
      url: "http://x.invalid/",
      headers: new Headers(),
      body: "",
      bytes: new Uint8Array(),
      sentAt: 0,
    };
    const same = other.act({ document, operation: link.target, request, preference: {}, arguments: given });
    expect("status" in same && same.value).toEqual(draft?.value);
    expect(other.snapshot()).toEqual(user.world.snapshot());
  });

  function leadsToThing({ target, bound }: Role["links"][number]): boolean {
    const isAsked = bound.some(({ name }) => model.operations.get(target.id)?.subjects.has(plainName(name)));
    return isAsked && model.operations.get(target.id)?.status !== undefined;
  }

  function setsGoing(role: Role): boolean {
    if (role.safe || role.session || role.cancels || role.answers.length > 0) return false;
    return role.links.some(({ target }) => model.operations.get(target.id)?.status);
  }
});

function progressIn(document: Document, { draft }: Outcome): number | undefined {
  const schema = draft?.media?.schema;
  const [place] = schema ? findMarked(document.root, schema, "x-lro-progress") : [];
  const value = place && valuesAtPlace(draft?.value ?? null, place.steps)[0]?.[1];
  return typeof value === "number" ? value : undefined;
}

/** Whether a success has its result, where one is documented for what is polled. */
function hasResult(document: Document, operation: string, last: Outcome | undefined): boolean {
  const schema = last?.draft?.media?.schema;
  const places = schema ? findMarked(document.root, schema, "x-lro-result") : [];
  return (
    places.length === 0 ||
    places.some(({ steps }) => valuesAtPlace(last?.draft?.value ?? null, steps).length > 0) ||
    operation === ""
  );
}

/** Whether the document shows the id in the answer. */
function showsId(role: Role | undefined): boolean {
  const names = [...(role?.subjects ?? [])];
  const text = JSON.stringify(role?.draft?.value ?? "");
  return names.some((name) =>
    [...text.matchAll(/"([^"]+)":/g)].some(([, member = ""]) => plainName(member) === name),
  );
}

function bodyNames({ operation }: Role): string[] {
  return (operation.requestBody?.content ?? []).flatMap(({ examples }) =>
    examples.flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])),
  );
}

function isNumeric({ operation }: Role, name: string): boolean {
  const [example] = operation.requestBody?.content[0]?.examples ?? [];
  return isObject(example?.value) && typeof example.value[name] === "number";
}
