import { isObject, type JsonObject } from "../json.ts";
import { fromPointer, type Path, valueAt } from "../json-pointer.ts";

/** Follows `$ref` from a place in the document until there is none; `undefined` if it leads nowhere. */
export function resolveReference(root: JsonObject, path: Path): { path: Path; node: JsonObject } | undefined {
  const seen = new Set<string>();
  let at = path;
  for (;;) {
    const node = valueAt(root, at);
    if (!isObject(node)) return undefined;
    if (typeof node.$ref !== "string") return { path: at, node };
    const next = fromPointer(node.$ref);
    if (next === undefined || seen.has(node.$ref)) return undefined;
    seen.add(node.$ref);
    at = next;
  }
}
