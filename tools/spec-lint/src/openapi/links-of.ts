import { isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import type { Operation } from "./operations-of.ts";
import { resolveReference } from "./resolve-reference.ts";

/** A Link Object, and the response of an operation that bears it. Both can stand under `components`. */
export interface Link {
  readonly path: Path;
  readonly node: JsonObject;
  /** As the documentation prints it: `202`, `2XX`, `default`. */
  readonly status: string;
  readonly response: Path;
}

/** The links of an operation, references resolved. */
export function linksOf(root: JsonObject, operation: Operation): Link[] {
  const { responses } = operation.node;
  const statuses = isObject(responses) ? Object.keys(responses).filter((key) => !key.startsWith("x-")) : [];
  return statuses.flatMap((status) => {
    const response = resolveReference(root, [...operation.path, "responses", status]);
    if (!response || !isObject(response.node.links)) return [];
    return Object.keys(response.node.links).flatMap((name) => {
      const link = resolveReference(root, [...response.path, "links", name]);
      return link ? [{ ...link, status, response: response.path }] : [];
    });
  });
}
