import type { Document, Operation } from "../../document/document.ts";
import { basePath, openUrl } from "../../document/request-url.ts";
import { isTemplated, pathPattern, withoutNames } from "./path-pattern.ts";

/** Where the operations of a document stand. */
export interface RouteTable {
  /** The operations that a decoded path is for, concrete paths before templated ones (OAS 3.1.1 §4.8.8.1). */
  at(path: string): readonly Operation[];
  /** The operation of an id, if a decoded path is the one that all operations share. */
  named(id: string, path: string): Operation | undefined;
  /** Whether a decoded path is that one. */
  isShared(path: string): boolean;
}

/** An operation, and its place among those that fit the same path. */
interface Ranked {
  readonly operation: Operation;
  readonly rank: number;
}

/** Where the paths of a document may stand: below the base path of a documented server, or without it, too. */
export type Bases = "documented" | "any";

const remembered = {
  documented: new WeakMap<Document, RouteTable>(),
  any: new WeakMap<Document, RouteTable>(),
};

/** The table of a document, built when it is first asked for. */
export function routeTable(document: Document, bases: Bases = "any"): RouteTable {
  const table = remembered[bases].get(document) ?? createTable(document, bases);
  remembered[bases].set(document, table);
  return table;
}

const NONE: readonly never[] = [];

function createTable(document: Document, bases: Bases): RouteTable {
  const literal = new Map<string, Ranked[]>();
  // A parameter holds no slash, so that a path and its template have equally many.
  const templated = new Map<number, { readonly pattern: RegExp; readonly ranked: Ranked }[]>();
  const sorted = [...document.operations].sort(
    (a, b) =>
      parameterCount(a.path) - parameterCount(b.path) ||
      // Of `/{name}` and `/{name}:stop` the second says more.
      withoutNames(b.path).length - withoutNames(a.path).length,
  );
  for (const [rank, operation] of sorted.entries()) {
    for (const base of basesOf(document, operation, bases))
      add(`${base}${operation.path}`, { operation, rank });
  }
  const shared = sharedPaths(document, bases);
  return {
    at(path) {
      const found = fittingAt(path);
      if (found.length > 0 || !path.endsWith("/")) return found;
      // The address of a thing may be told with a slash at its end. Behind a word, it is where an id is missing.
      return fittingAt(path.slice(0, -1)).filter((operation) => operation.path.endsWith("}"));
    },
    named(id, path) {
      const entry = shared.get(id);
      return entry?.patterns.some((pattern) => pattern.test(path)) ? entry.operation : undefined;
    },
    isShared: (path) =>
      [...shared.values()].some(({ patterns }) => patterns.some((pattern) => pattern.test(path))),
  };

  function fittingAt(path: string): readonly Operation[] {
    const own = literal.get(path) ?? NONE;
    const others = (templated.get(slashes(path)) ?? NONE).filter(({ pattern }) => pattern.test(path));
    if (own.length + others.length === 0) return NONE;
    const fitting = [...own, ...others.map(({ ranked }) => ranked)];
    return [...new Set(fitting.sort((a, b) => a.rank - b.rank).map(({ operation }) => operation))];
  }

  function add(template: string, ranked: Ranked): void {
    if (isTemplated(template)) {
      const own = { pattern: wholePattern(template), ranked };
      const count = slashes(withoutNames(template));
      templated.set(count, [...(templated.get(count) ?? []), own]);
    } else literal.set(template, [...(literal.get(template) ?? []), ranked]);
  }
}

/** By operationId, the operations that all go to one path, and how that path may begin. */
function sharedPaths(
  document: Document,
  bases: Bases,
): ReadonlyMap<string, { readonly operation: Operation; readonly patterns: readonly RegExp[] }> {
  const { rpc, operations } = document;
  if (!rpc) return new Map();
  return new Map(
    operations.map((operation) => {
      const patterns = basesOf(document, operation, bases).map((base) => wholePattern(`${base}${rpc.path}`));
      return [operation.id, { operation, patterns }];
    }),
  );
}

function basesOf({ servers }: Document, operation: Operation, bases: Bases): string[] {
  const documented = (operation.servers ?? servers).map((server) => basePath(openUrl(server)));
  const isNone = documented.length === 0 || bases === "any";
  return [...new Set([...documented, ...(isNone ? [""] : [])])];
}

function wholePattern(template: string): RegExp {
  return new RegExp(`^${pathPattern(template)}$`);
}

function parameterCount(path: string): number {
  return path.split("{").length;
}

function slashes(path: string): number {
  let count = 0;
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) count += 1;
  return count;
}
