import { isObject, type JsonObject, listOf } from "../json.ts";
import { fromPointer, type Path, toPointer, valueAt } from "../json-pointer.ts";

/** A schema, and the first schema under `components` that was crossed by `$ref` on the way to it. */
export interface SchemaSite {
  readonly path: Path;
  readonly node: JsonObject;
  readonly via: Path | undefined;
}

/**
 * Every schema that speaks about the same value as the one at `path`: itself, what its `$ref` names, and its
 * `allOf`, `anyOf` and `oneOf` branches (JSON Schema 2020-12 core §10.2: in-place applicators).
 */
export function schemasAt(root: JsonObject, path: Path, via?: Path): SchemaSite[] {
  const sites = new Map<string, SchemaSite>();
  const collect = (at: Path, through: Path | undefined): void => {
    const node = valueAt(root, at);
    if (!isObject(node) || sites.has(toPointer(at))) return;
    sites.set(toPointer(at), { path: at, node, via: through });
    const target = typeof node.$ref === "string" ? fromPointer(node.$ref) : undefined;
    if (target) collect(target, through ?? target);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      for (const index of listOf(node[keyword]).keys()) collect([...at, keyword, index], through);
    }
  };
  collect(path, via);
  return [...sites.values()];
}

/** The places that declare a member of the value at `path`: a property by its name, or the items as `*`. */
export function declarationsOf(
  root: JsonObject,
  site: Pick<SchemaSite, "path" | "via">,
  member: string,
): SchemaSite[] {
  return schemasAt(root, site.path, site.via).flatMap(({ path, via }) => {
    const at = member === "*" ? [...path, "items"] : [...path, "properties", member];
    const node = valueAt(root, at);
    return isObject(node) ? [{ path: at, node, via }] : [];
  });
}

/** Whether a keyword stands on a schema, or on one of any member or item below it. */
export function bearsKeyword(root: JsonObject, path: Path, keyword: string): boolean {
  return marksBelow(root, path, keyword).length > 0;
}

/** The values of a keyword on a schema, and on those of any member or item below it. */
export function marksBelow(root: JsonObject, path: Path, keyword: string): unknown[] {
  const seen = new Set<string>();
  const visit = (at: Path): unknown[] =>
    schemasAt(root, at).flatMap((site) => {
      const pointer = toPointer(site.path);
      if (seen.has(pointer)) return [];
      seen.add(pointer);
      const members = isObject(site.node.properties) ? Object.keys(site.node.properties) : [];
      const below = [...members.map((name) => ["properties", name]), ["items"]];
      const own = keyword in site.node ? [site.node[keyword]] : [];
      return [...own, ...below.flatMap((steps) => visit([...site.path, ...steps]))];
    });
  return visit(path);
}
