import { isObject } from "../is-object.ts";

/**
 * A value with another laid over it: objects member by member, lists item by item, of which there are then as many as
 * in the upper one; an item beyond those below goes over the first of them. A member that is `undefined` is left out.
 */
export function merge(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (Array.isArray(above)) {
    const items = Array.isArray(below) ? below : [];
    return above.map((item, index) => merge(items[index] ?? items[0], item));
  }
  if (!isObject(above) || above instanceof Blob) return above;
  const merged: Record<string, unknown> = isObject(below) ? { ...below } : {};
  for (const [name, member] of Object.entries(above)) {
    if (member === undefined) delete merged[name];
    else merged[name] = merge(merged[name], member);
  }
  return merged;
}
