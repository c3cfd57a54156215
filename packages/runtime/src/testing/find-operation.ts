import type { OperationDescription } from "../operation-description.ts";
import type { DescribedService } from "./mocked.ts";

/** The operation that a request is for, and what fills the parameters of its path. */
export interface Found {
  readonly operation: OperationDescription;
  readonly path: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** Finds the operation of a request. A service may stand under any host and base path. */
export type FindOperation = (asked: Asked) => Found | undefined;

/**
 * Finds operations by the header that names them, where the service has one; else by method and path, of which the
 * end must fit.
 */
export function createFind({ service: { rpc }, operations }: DescribedService): FindOperation {
  const all = Object.values(operations).map((operation) => ({ operation, ...toPattern(operation.path) }));
  return ({ method, url, headers }) => {
    const named = rpc && headers.get(rpc.headers.operation);
    if (named) {
      const operation = Object.values(operations).find(({ id }) => id === named);
      return operation && { operation, path: {} };
    }
    const pathname = decode(new URL(url).pathname);
    const fitting = all.flatMap(({ operation, pattern, names, literals }) => {
      const match = operation.method === method.toUpperCase() ? pattern.exec(pathname) : null;
      if (!match) return [];
      const path = Object.fromEntries(names.map((name, index) => [name, fill(match[index + 1])]));
      return [{ operation, path, before: match.index, names, literals }];
    });
    // The more of the path it takes, the better it fits. OAS 3.1.1 §4.8.8.1: concrete paths before templated ones.
    const [best] = fitting.sort(
      (a, b) => a.before - b.before || a.names.length - b.names.length || b.literals - a.literals,
    );
    return best && { operation: best.operation, path: best.path };
  };
}

/** A path as a pattern, the names of its parameters, and how many characters stand beside them. */
function toPattern(path: string): { pattern: RegExp; names: string[]; literals: number } {
  const parts = path.split(/\{([^}]+)\}/);
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const source = parts.map((part, index) => (index % 2 === 1 ? "([^/]+)" : literal(part))).join("");
  const names = parts.filter((_, index) => index % 2 === 1);
  return {
    pattern: new RegExp(`${source}$`),
    names,
    literals: parts.join("").length - names.join("").length,
  };
}

/** An escaped slash belongs to the value of a parameter, so it stays escaped. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname.replace(/%2F/gi, "%252F"));
  } catch {
    return pathname;
  }
}

function fill(value = ""): string {
  return value.replace(/%2F/gi, "/");
}
