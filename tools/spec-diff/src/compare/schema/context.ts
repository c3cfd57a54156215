import { named } from "../finding.ts";
import type { Bag } from "../json.ts";
import type { Pair, Site } from "../site.ts";
import type { Shape } from "./shape.ts";

/** In which direction a value travels, which tells whom a change breaks. */
export interface Context {
  readonly side: "sent" | "received";
  /** Whether the value can be left out although its members lie flat: then none of them has to be given. */
  readonly isMissable?: boolean;
  /** Where the value is declared, for a schema that says nothing. */
  readonly at: Pair;
  /** The pairs of schemas that were compared already: a schema may contain itself. */
  readonly seen: Set<string>;
}

/** The schema to report a finding at: the one after the change, or what it stands in. */
export function siteOf({ after }: Pair<Shape>, context: Context): Site {
  return after.parts.at(-1) ?? context.at.after;
}

/** What a sentence calls the value that a schema is for. */
export function subjectOf({ spec, place }: Site): string {
  const last = place.at(-1);
  const owner = place.at(-2);
  const outer = () => subjectOf({ spec, place: place.slice(0, -1), value: {} });
  if (last === undefined) return "the document";
  // A member, or a component, may be called like a keyword.
  if (owner === "properties" || owner === "schemas") return named(last);
  if (last === "items") return `each item of ${outer()}`;
  if (last === "additionalProperties") return `each other member of ${outer()}`;
  if (last === "schema") return outer();
  if (owner === "allOf") return subjectOf({ spec, place: place.slice(0, -2), value: {} });
  if (owner === "oneOf" || owner === "anyOf") {
    return `form ${Number(last) + 1} of ${subjectOf({ spec, place: place.slice(0, -2), value: {} })}`;
  }
  if (owner === "content") return `the body of ${named(place.at(-3))}`;
  if (owner === "parameters") return named(parameterName(spec.document, place) ?? last);
  return named(last);
}

function parameterName(document: unknown, place: readonly string[]): unknown {
  const parameter = place.reduce<unknown>((node, step) => (node as Bag | undefined)?.[step], document);
  return (parameter as Bag | undefined)?.name;
}
