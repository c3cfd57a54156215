import type { OperationDescription } from "../operation-description.ts";
import { writePath } from "./write-path.ts";
import { writeQuery } from "./write-query.ts";

/** A request that is being written. */
export interface Draft {
  path: string;
  /** Without its question mark. */
  query: string;
  /** By name in lower case. */
  readonly headers: Record<string, string>;
}

/**
 * Where an argument stands in a request (OAS 3.1.1 §4.8.12.1), and how those that stand there are written. A bundle holds
 * the places that its operations have, and no others.
 */
export interface ParameterPlace {
  readonly in: "path" | "query" | "header" | "cookie";
  /** @throws TypeError if a value is missing, or cannot stand there. */
  write(draft: Draft, values: Readonly<Record<string, unknown>>, operation: OperationDescription): void;
}

export const inPath: ParameterPlace = {
  in: "path",
  write(draft, values, { path }) {
    draft.path = writePath(path, values);
  },
};

export const inQuery: ParameterPlace = {
  in: "query",
  write(draft, values, { serialize }) {
    draft.query = writeQuery(serialize ? serialize(values) : values);
  },
};

export const inHeader: ParameterPlace = {
  in: "header",
  write({ headers }, values) {
    for (const [name, value] of Object.entries(values)) headers[name.toLowerCase()] = `${value}`;
  },
};

export const inCookie: ParameterPlace = {
  in: "cookie",
  write({ headers }, values) {
    const pairs = writeQuery(values, "; ");
    if (pairs) headers.cookie = pairs;
  },
};
