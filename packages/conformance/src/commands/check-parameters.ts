import { createArguments } from "../cases/create-arguments.ts";
import type { Document } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import { ownKeywords } from "../document/own-keywords.ts";
import { TeachingError } from "../teaching-error.ts";

/**
 * Holds the names of `--param` against those that the documents have: one that is misspelt would be without effect, and
 * the document's example be asked for in its place.
 *
 * @throws TeachingError with the names that are nearest.
 */
export function checkParameters(documents: readonly Document[], names: readonly string[]): void {
  const known = [...new Set(documents.flatMap(namesIn))];
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const near = known
    .map((name) => ({ name, distance: distanceOf(stranger.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 5)
    .map(({ name }) => name);
  throw new TeachingError({
    what: `no operation has a parameter ${stranger}`,
    where: "--param",
    expected: near.length > 0 ? `one that there is; the nearest are ${near.join(", ")}` : "there are none",
    ...(near[0] !== undefined && { example: `--param ${near[0]}=…` }),
  });
}

/** Parameters, and the members of bodies that are shown or documented, which a value can be given for as well. */
function namesIn(document: Document): string[] {
  return document.operations.flatMap((operation) => {
    const shown = createArguments(document, operation).body?.value;
    const schema = operation.requestBody?.content[0]?.schema;
    const properties = schema === undefined ? [] : ownKeywords(document.root, schema, "properties");
    const members = [shown ?? {}, ...properties.map(({ value }) => value)].flatMap((one) =>
      isObject(one) ? Object.keys(one) : [],
    );
    return [...operation.parameters.map(({ name }) => name), ...members];
  });
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
