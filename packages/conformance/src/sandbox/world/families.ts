import type { Document, Operation } from "../../document/document.ts";
import { documentedResponse } from "../../document/documented-response.ts";
import { findMarked } from "../../document/find-marked.ts";
import { STATUS } from "../../document/vocabulary.ts";
import { firstSuccess } from "../draft.ts";
import type { Link } from "./links.ts";
import { plainName } from "./plain-name.ts";

/** Which arguments take an id, and which operations tell of the same things. */
export interface Families {
  /** By plain name of the argument; arguments that one id is handed to are one family. */
  readonly families: ReadonlyMap<string, string>;
  /** By operation. */
  readonly kinds: ReadonlyMap<string, string>;
}

/**
 * An id is what a link takes from an answer, of an operation that creates something or of one that is polled. What a
 * plain list shows (a project, a region) is there already: any name of it will do.
 */
export function readFamilies(
  document: Document,
  links: readonly Link[],
  isSafe: (operation: Operation) => boolean,
): Families {
  const names = createGroups();
  const shown = new Map<string, string>();
  for (const { source, bound, cancels, answer } of links) {
    if (cancels || answer !== undefined || (isSafe(source) && !isPolled(document, source))) continue;
    for (const { name, expression } of bound) {
      if (expression.from !== "response") continue;
      const plain = plainName(name);
      const where = `${source.id} ${JSON.stringify(expression)}`;
      names.join(plain, shown.get(where) ?? plain);
      shown.set(where, plain);
    }
  }
  const families = names.all();
  const kinds = createGroups();
  for (const { source, target, bound } of links) {
    if (bound.some(({ name }) => families.has(plainName(name)))) kinds.join(source.id, target.id);
  }
  return { families, kinds: kinds.all() };
}

function isPolled({ root }: Document, operation: Operation): boolean {
  const content = documentedResponse(operation, firstSuccess(operation))?.content ?? [];
  return content.some(({ schema }) => schema && findMarked(root, schema, STATUS).length > 0);
}

/** What belongs together, by joining two and two. */
function createGroups() {
  const parents = new Map<string, string>();
  const find = (one: string): string => {
    const parent = parents.get(one) ?? one;
    return parent === one ? one : find(parent);
  };
  return {
    join(one: string, other: string): void {
      parents.set(one, parents.get(one) ?? one);
      parents.set(other, parents.get(other) ?? other);
      parents.set(find(one), find(other));
    },
    all: () => new Map([...parents.keys()].map((one) => [one, find(one)])),
  };
}
