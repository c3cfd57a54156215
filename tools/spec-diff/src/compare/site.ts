import type { Place } from "codegen/src/spec/json-pointer.ts";
import type { Spec } from "codegen/src/spec/load-spec.ts";
import { resolve } from "codegen/src/spec/resolve.ts";
import { type Bag, bagOf, isBag } from "./json.ts";

/** An object of a document, and where it stands: in a shared component, that is the component's place. */
export interface Site {
  readonly spec: Spec;
  readonly value: Bag;
  readonly place: Place;
}

/** The same thing in both versions. */
export interface Pair<Thing = Site> {
  readonly before: Thing;
  readonly after: Thing;
}

/** Where a document begins. */
export function rootOf(spec: Spec): Site {
  return { spec, value: spec.document as unknown as Bag, place: [] };
}

/** The object below a site, references followed; `undefined` if there is none. */
export function childOf(site: Site, ...steps: readonly string[]): Site | undefined {
  const place = [...site.place, ...steps];
  const value = steps.reduce<unknown>((node, step) => (node as Bag | undefined)?.[step], site.value);
  return typeof value === "object" && value !== null ? follow({ spec: site.spec, value, place }) : undefined;
}

/** The named objects below a site, references followed. */
export function childrenOf(site: Site, ...steps: readonly string[]): Map<string, Site> {
  const holder = childOf(site, ...steps);
  return new Map(
    Object.keys(bagOf(holder?.value)).flatMap((name): [string, Site][] => {
      const child = holder && childOf(holder, name);
      return child ? [[name, child]] : [];
    }),
  );
}

/** A place that holds no object, for a finding about it. */
export function placeIn(site: Site, ...steps: readonly string[]): Site {
  return { ...site, place: [...site.place, ...steps] };
}

function follow({ spec, value, place }: { spec: Spec; value: object; place: Place }): Site {
  // A schema keeps its `$ref`: what stands beside it counts as well (JSON Schema 2020-12 core §8.2.3.1).
  if (isBag(value) && typeof value.$ref === "string" && Object.keys(value).length > 1) {
    return { spec, value, place };
  }
  const found = resolve<object>(spec, value, place);
  return { spec, value: found.value as Bag, place: found.place };
}
