import type { Operation } from "../../document/document.ts";
import { isObject, type Json } from "../../document/json.ts";
import { stepsOf } from "../../document/pointer.ts";
import { valueAtSteps } from "./place.ts";
import { plainName } from "./plain-name.ts";
import type { Role, ShownValues } from "./role.ts";
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
      for (const value of valuesOf(examples.get(plainName(said ?? "")))) add(family, value);
    }
    for (const [name, values] of examples) {
      const family = families.get(name);
      for (const value of family === undefined ? [] : valuesOf(values)) add(String(family), value);
    }
    for (const { family, steps } of shows) {
      for (const { value } of samples) add(family, steps && valueAtSteps(value, steps));
    }
  }
  return ids;
}

/** The documented examples of an operation's arguments, by plain name. */
export function readExamplesOf({ parameters, requestBody }: Operation): Map<string, ShownValues> {
  const examples = new Map<string, ShownValues>();
  const add = (name: string, value: Json | undefined) => {
    if (value === undefined) return;
    const known = examples.get(plainName(name)) ?? { scalars: new Set(), structures: new Set() };
    examples.set(plainName(name), known);
    if (isStructure(value)) known.structures.add(JSON.stringify(value));
    else known.scalars.add(value);
    for (const scalar of scalarsIn(value)) known.scalars.add(scalar);
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

/** Whether an argument says what the document shows for it. */
export function isExample({ examples }: Pick<Role, "examples">, plain: string, value: Json): boolean {
  const shown = examples.get(plain);
  if (!shown) return false;
  // A list is asked with dozens of arguments, nearly all of them scalars.
  return isStructure(value) ? shown.structures.has(JSON.stringify(value)) : shown.scalars.has(value);
}

function valuesOf(shown: ShownValues | undefined): Json[] {
  if (!shown) return [];
  return [...shown.scalars, ...[...shown.structures].map((text) => JSON.parse(text) as Json)];
}

function isStructure(value: Json): boolean {
  return typeof value === "object" && value !== null;
}
