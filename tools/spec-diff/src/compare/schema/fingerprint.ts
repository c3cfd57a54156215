import { canonical } from "../json.ts";
import type { Site } from "../site.ts";
import { type Shape, shapeOf } from "./shape.ts";

/**
 * One text for schemas of one TypeScript type: what they are called, in which order they list what they list, and how
 * they are described is no part of it.
 */
export function fingerprint(sites: readonly Site[]): string {
  const [only, ...others] = sites;
  if (!only || others.length > 0) return print(sites, []);
  const text = texts.get(only.value) ?? print(sites, []);
  texts.set(only.value, text);
  return text;
}

const texts = new WeakMap<object, string>();

function print(sites: readonly Site[], within: readonly unknown[]): string {
  const { parts, types, listed, members, required, items, others, alternatives } = shapeOf(sites);
  const values = parts.map(({ value }) => value);
  // A schema that contains itself: how far up is as good as a name.
  const depth = within.findIndex((outer) => new Set<unknown>(values).has(outer));
  if (depth >= 0) return `^${within.length - depth}`;

  const inner = (schemas: readonly Site[]) => print(schemas, [...within, ...values]);
  return canonical({
    types: types && [...types].sort(),
    listed: listed && { open: listed.open, values: listed.values.map(canonical).sort() },
    members: Object.fromEntries(
      [...members].map(([name, schemas]) => [name, [required.has(name), inner(schemas)]]),
    ),
    items: items.length > 0 && inner(items),
    others: othersText(others, inner),
    alternatives: alternatives.map((branch) => inner([branch])).sort(),
  });
}

function othersText(others: Shape["others"], inner: (schemas: readonly Site[]) => string): string {
  return typeof others === "string" ? others : inner(others);
}
