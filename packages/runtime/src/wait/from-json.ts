import type { Marks } from "./read-marks.ts";

/** What those of the marks hold that are texts documented to hold JSON; of a list of texts, a list. */
export type FromJson = (marks: Marks) => { readonly resultJson?: unknown; readonly errorJson?: unknown };

/** For operations whose result, or error, is such a text (`contentMediaType`). */
export function fromJson(names: readonly ("result" | "error")[]): FromJson {
  return (marks) => Object.fromEntries(names.map((name) => [`${name}Json`, parse(marks[name])]));
}

function parse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parse);
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    // Broken: the text itself is not lost.
    return undefined;
  }
}
