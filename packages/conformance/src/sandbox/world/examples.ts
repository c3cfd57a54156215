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
  for (const role of roles) {
    for (const [family, value] of [...bound(role, families), ...asked(role, families), ...answered(role)]) {
      for (const id of scalarsIn(value)) ids.set(family, (ids.get(family) ?? new Set()).add(id));
    }
  }
  return ids;
}

/** A value that is an id, or has ids in it, and their family. */
type Documented = readonly [family: string, value: Json];

/** What links take from the examples of a request. */
function bound({ examples, links }: Role, families: ReadonlyMap<string, string>): Documented[] {
  return links
    .flatMap((link) => link.bound)
    .flatMap(({ name, expression }) => {
      const family = families.get(plainName(name));
      if (family === undefined || expression.from !== "request") return [];
      const said = expression.place === "body" ? stepsOf(expression.pointer).at(-1) : expression.name;
      return valuesOf(examples.get(plainName(said ?? ""))).map((value): Documented => [family, value]);
    });
}

/** The examples of arguments that take an id. */
function asked({ examples }: Role, families: ReadonlyMap<string, string>): Documented[] {
  return [...examples].flatMap(([name, values]) => {
    const family = families.get(name);
    return family === undefined ? [] : valuesOf(values).map((value): Documented => [family, value]);
  });
}

/** What the examples of an answer show. */
function answered({ shows, samples }: Role): Documented[] {
  return shows.flatMap(({ family, steps }) =>
    samples.flatMap(({ value }): Documented[] => {
      const id = steps && valueAtSteps(value, steps);
      return id === undefined ? [] : [[family, id]];
    }),
  );
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
