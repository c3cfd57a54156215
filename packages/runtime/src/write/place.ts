import type { InVersion } from "../media-type-version.ts";
import type { OperationDescription } from "../operation-description.ts";
import type { WireRequest } from "../wire-request.ts";
import { assertSendable } from "./assert-sendable.ts";
import { writePath } from "./write-path.ts";
import { writePlainQuery } from "./write-plain-query.ts";
import { writeQuery } from "./write-query.ts";

/** A request that is being written. */
export interface Draft {
  path: string;
  /** Without its question mark. */
  query: string;
  /** By name in lower case. */
  readonly headers: Record<string, string>;
  /** Writes the body as soon as all headers are there: its media type may be one of them. */
  body?: () => WireRequest["body"];
}

/**
 * Where an argument stands in a request, and how those that stand there are written. A bundle holds the places that its
 * operations have, and no others.
 */
export interface ParameterPlace {
  /** OAS 3.1.1 §4.8.12.1; or the body. */
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  /** @throws TypeError if a value is missing, or cannot stand there. */
  write(
    draft: Draft,
    values: Readonly<Record<string, unknown>>,
    operation: OperationDescription,
    inVersion: InVersion,
  ): void;
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

/** In the query of an operation that takes neither lists nor objects there, but for those that `serialize` writes. */
export const inPlainQuery: ParameterPlace = {
  in: "query",
  write(draft, values, { serialize }) {
    draft.query = writePlainQuery(serialize ? serialize(values) : values);
  },
};

export const inHeader: ParameterPlace = {
  in: "header",
  write({ headers }, values) {
    for (const name of Object.keys(values)) headers[name.toLowerCase()] = `${values[name]}`;
    assertSendable(headers);
  },
};

export const inCookie: ParameterPlace = {
  in: "cookie",
  write({ headers }, values) {
    const pairs = writeQuery(values, "; ");
    if (pairs) headers.cookie = pairs;
  },
};

/** The whole body: the argument `body`. */
export const inBody: ParameterPlace = {
  in: "body",
  write: (draft, { body }, operation, inVersion) => writeBody(draft, body, operation, inVersion),
};

/** A member of the body, which lies flat among the arguments. */
export const inMember: ParameterPlace = {
  in: "body",
  write(draft, members, operation, inVersion) {
    const isGiven = operation.body?.required || Object.keys(members).length > 0;
    writeBody(draft, isGiven ? members : undefined, operation, inVersion);
  },
};

function writeBody(
  draft: Draft,
  given: unknown,
  { body, serialize }: OperationDescription,
  inVersion: InVersion,
): void {
  if (given !== undefined) {
    draft.body = () => body?.write(given, draft.headers, inVersion(body.mediaType), serialize);
  }
}
