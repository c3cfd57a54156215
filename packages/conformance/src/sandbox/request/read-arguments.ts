import type { Arguments } from "../../cases/test-case.ts";
import type { Document, Operation } from "../../document/document.ts";
import type { Validators } from "../../schema/compile-validators.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import type { Violation } from "../violation.ts";

/** What a request says, and what is wrong with it. */
export interface ReadArguments {
  readonly arguments: Arguments;
  readonly violations: readonly Violation[];
}

/** Reads a request by its operation: path, query, headers, cookies and body, each value as its schema types it. */
export function readArguments(
  _document: Document,
  _validators: Validators,
  _operation: Operation,
  _request: SentRequest,
): ReadArguments {
  return { arguments: { path: {}, query: {}, header: {}, cookie: {} }, violations: [] };
}
