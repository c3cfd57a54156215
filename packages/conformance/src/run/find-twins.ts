import type { Document, Operation } from "../document/document.ts";
import { withoutNames } from "../sandbox/request/path-pattern.ts";

/**
 * Operations that no request tells from each other, each with such another one: templated paths that differ in the names of
 * their parameters alone are identical (OAS 3.1.1 §4.8.8.1).
 */
export function findTwins({ operations, rpc }: Document): ReadonlyMap<Operation, Operation> {
  // Where all share one path, something else tells which is meant.
  if (rpc) return new Map();
  const alike = Map.groupBy(operations, ({ method, path }) => `${method} ${withoutNames(path)}`);
  return new Map(
    [...alike.values()].flatMap(([first, second, ...more]) =>
      first && second
        ? [[first, second] as const, ...[second, ...more].map((one) => [one, first] as const)]
        : [],
    ),
  );
}
