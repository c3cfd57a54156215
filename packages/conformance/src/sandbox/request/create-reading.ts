import type { Document, Operation } from "../../document/document.ts";
import type { Validators } from "../../schema/run-validators.ts";
import type { SentRequest } from "../../wire/exchange.ts";
import { safeIn } from "../world/traits.ts";
import {
  checkManner,
  type ReadArguments,
  readArguments,
  readValues,
  withViolations,
} from "./read-arguments.ts";

/** How many addresses are remembered of one operation, and how long each may be: anybody can make up more. */
const LIMIT = 500;
const LONGEST = 2000;

/**
 * What reads the requests for one document. An execution is polled in the same words until it is over, and a list is
 * looked at again: what only reads, and is asked by its address alone, is read once.
 */
export function createReading(
  document: Document,
  validators: Validators,
): (operation: Operation, request: SentRequest) => ReadArguments {
  const known = new Map(
    document.operations
      .filter((operation) => isAskedByAddress(document, operation))
      .map((operation) => [operation, new Map<string, ReadArguments>()]),
  );
  return (operation, request) => {
    const readings = request.bytes.length === 0 ? known.get(operation) : undefined;
    if (!readings) return readArguments(document, validators, operation, request);
    const { url } = request;
    const before = readings.get(url);
    const read = before ?? readValues(document, validators, operation, request);
    if (!before && read.violations.length === 0 && url.length <= LONGEST) {
      if (readings.size >= LIMIT) readings.clear();
      readings.set(url, read);
    }
    return withViolations(checkManner(document, operation, request), read);
  };
}

function isAskedByAddress({ root }: Document, operation: Operation): boolean {
  const { parameters } = operation;
  return (
    safeIn(root, operation) && parameters.every(({ in: place }) => place === "path" || place === "query")
  );
}
