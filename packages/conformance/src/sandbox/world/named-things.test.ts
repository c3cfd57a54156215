import { describe, expect, test } from "vitest";
import { complaintsOf, createUser, loadSpecs, type WorldUser, worldBench } from "../../../test/world-user.ts";
import type { Arguments } from "../../cases/test-case.ts";
import type { Document } from "../../document/document.ts";
import { isObject, type Json } from "../../document/json.ts";
import { readModel } from "./model.ts";
import { type NamedRole, readNamedKinds } from "./named-kinds.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { scalarsIn } from "./said.ts";

interface Kind {
  readonly name: string;
  readonly document: Document;
  readonly create: Role;
  /** The roles of the kind, by what is done. */
  readonly of: (isWanted: (role: Role, named: NamedRole) => boolean) => { role: Role; named: NamedRole }[];
}

const kinds = [...(await loadSpecs()).values()].flatMap((document): Kind[] => {
  const model = readModel(document);
  const named = readNamedKinds(model);
  return [...named].flatMap(([id, { kind, does }]): Kind[] => {
    const create = model.operations.get(id);
    if (does !== "create" || !create) return [];
    return [
      {
        name: `${document.name} ${kind.noun}`,
        document,
        create,
        of: (isWanted) =>
          [...named].flatMap(([other, one]) => {
            const role = model.operations.get(other);
            return role && one.kind === kind && isWanted(role, one) ? [{ role, named: one }] : [];
          }),
      },
    ];
  });
});

test("there are kinds whose things have names, and whose things have ids", () => {
  const sources = kinds.flatMap(({ of }) => of(({ safe }) => safe).map(({ named }) => named));
  const from = sources.flatMap(({ kind }) => [...kind.keys.values()].map((key) => key.from));
  expect(new Set(from)).toEqual(new Set(["request", "answer"]));
});

describe.each(kinds)("$name", ({ document, create, of }) => {
  const one = of(({ safe, paging }) => safe && !paging);
  const lists = of((_, { does }) => does === "list");
  const updates = of(({ updates: does }) => does);
  const deletes = of(({ deletes: does }) => does);
  const bench = worldBench(document);

  test("is read back and listed as it was created, and as it was changed", async () => {
    const { user, key } = created("first");
    for (const { role, named } of [...updates, ...one]) {
      const answered = user.send(role.operation, asking(user, role, named, key));
      expect(await complaintsOf(await bench, role.operation, answered, true)).toEqual([]);
      if (answered.draft?.media && !role.deletes && role.safe)
        expect(tells(answered.draft.value, key)).toBe(true);
    }
    for (const { role } of lists) expect(listed(user, role).some((item) => tells(item, key))).toBe(true);
    const second = add(user, "second");
    expect(second).not.toBe(key);
    for (const { role, named } of one) {
      const again = user.send(role.operation, asking(user, role, named, key));
      expect(tells(again.draft?.value, second)).toBe(false);
    }
  });

  test.each(deletes)("is gone after $role.operation.id, and can be created anew", ({ role, named }) => {
    const { user, key } = created("first");
    const kept = add(user, "second");
    const given = asking(user, role, named, key);
    expect(user.send(role.operation, given).violations).toEqual([]);
    for (const { role: read, named: asked } of one) {
      const mistakes = (name: string) =>
        user.send(read.operation, asking(user, read, asked, name)).violations.map(({ mistake }) => mistake);
      expect(mistakes(key)).toEqual(read.knowsNotFound ? ["notFound"] : []);
      expect(mistakes(kept)).toEqual([]);
    }
    for (const { role: list } of lists)
      expect(listed(user, list).some((item) => tells(item, key))).toBe(false);
    if (role.knowsNotFound) expect(user.send(role.operation, given).violations).toHaveLength(1);
    const anew = add(user, "first");
    for (const { role: read, named: asked } of one) {
      expect(user.send(read.operation, asking(user, read, asked, anew)).violations).toEqual([]);
    }
  });

  test("is as the document shows it where nobody has spoken of it", () => {
    for (const { role, named } of [...one, ...updates]) {
      const user = createUser(document);
      expect(user.send(role.operation, asking(user, role, named, "unheard-of")).violations).toEqual([]);
    }
  });

  test("is there after a restart", () => {
    const { user, key } = created("first");
    const again = createUser(document);
    again.world.restore(JSON.parse(JSON.stringify(user.world.snapshot())) as Json);
    for (const { role, named } of one) {
      const asked = asking(user, role, named, key);
      expect(again.send(role.operation, asked).draft).toEqual(user.send(role.operation, asked).draft);
    }
  });

  function created(name: string): { readonly user: WorldUser; readonly key: string } {
    const user = createUser(document);
    return { user, key: add(user, name) };
  }

  /** Creates one, and tells what it goes by. */
  function add(user: WorldUser, name: string): string {
    const [{ named } = { named: undefined }] = [...one, ...deletes];
    const key = named?.key ?? "";
    const isChosen = named?.kind.keys.get(key)?.from === "request";
    const given = user.arguments(create.operation);
    const { draft, violations } = user.send(create.operation, isChosen ? saying(given, key, name) : given);
    expect(violations).toEqual([]);
    if (isChosen) return name;
    const sample = named?.kind.keys.get(key);
    const before = scalarsIn(create.draft?.value ?? null);
    const made = scalarsIn(draft?.value ?? null).find(
      (text, index) =>
        before[index] === (sample?.from === "answer" ? sample.sample : undefined) && text !== before[index],
    );
    return made ?? expect.unreachable("no id was made");
  }

  function asking(user: WorldUser, role: Role, { argument = "", key }: NamedRole, name: string): Arguments {
    return saying(user.arguments(role.operation), argument, argument === key ? name : JSON.stringify([name]));
  }

  function listed(user: WorldUser, role: Role): readonly Json[] {
    const size = role.paging?.size;
    const given: Arguments = { path: {}, query: size ? { [size]: 100 } : {}, header: {}, cookie: {} };
    const items = valueAtSteps(user.send(role.operation, given).draft?.value, role.paging?.items ?? []);
    return Array.isArray(items) ? items : [];
  }
});

/** Arguments with another value for one of them. */
function saying(given: Arguments, plain: string, value: Json): Arguments {
  const within = (values: Readonly<Record<string, Json>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, old]) => [name, plainName(name) === plain ? value : old]),
    );
  const body = given.body && isObject(given.body.value) && { ...given.body, value: within(given.body.value) };
  return { ...given, path: within(given.path), query: within(given.query), ...(body && { body }) };
}

function tells(body: Json | undefined, key: string): boolean {
  return body !== undefined && scalarsIn(body).includes(key);
}
