import type { Operation } from "../../document/document.ts";
import { isObject, type Json } from "../../document/json.ts";
import { stepsOf } from "../../document/pointer.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role } from "./role.ts";
import { scalarsIn } from "./said.ts";

/** The ids that a document shows in its examples, by family. */
export function readDocumentedIds(
  roles: readonly Role[],
  families: ReadonlyMap<string, string>,
): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  const add = (family: string, value: Json | undefined) => {
    for (const id of value === undefined ? [] : scalarsIn(value))
      ids.set(family, (ids.get(family) ?? new Set()).add(id));
  };
  for (const { examples, shows, samples, links } of roles) {
    for (const { name, expression } of links.flatMap(({ bound }) => bound)) {
      const family = families.get(plainName(name));
      if (family === undefined || expression.from !== "request") continue;
      const said = expression.place === "body" ? stepsOf(expression.pointer).at(-1) : expression.name;
      for (const value of examples.get(plainName(said ?? "")) ?? []) add(family, JSON.parse(value) as Json);
    }
    for (const [name, values] of examples) {
      const family = families.get(name);
      for (const value of family === undefined ? [] : values) add(String(family), JSON.parse(value) as Json);
    }
    for (const { family, steps } of shows) {
      for (const { value } of samples) add(family, steps && valueAtSteps(value, steps));
    }
  }
  return ids;
}

/** The documented examples of an operation's arguments, by plain name, as JSON. */
export function readExamplesOf({ parameters, requestBody }: Operation): Map<string, Set<string>> {
  const examples = new Map<string, Set<string>>();
  const add = (name: string, value: Json | undefined) => {
    if (value === undefined) return;
    const known = examples.get(plainName(name)) ?? new Set();
    examples.set(plainName(name), known.add(JSON.stringify(value)));
    for (const scalar of scalarsIn(value)) known.add(JSON.stringify(scalar));
  };
  for (const { name, example } of parameters) add(name, example);
  for (const { examples: shown } of requestBody?.content ?? []) {
    for (const { value } of shown) {
      for (const [name, member] of Object.entries(isObject(value) ? value : { body: value }))
        add(name, member);
    }
  }
  return examples;
}
