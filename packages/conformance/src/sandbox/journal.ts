import type { Document, Operation } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";
import { pathOf } from "./path-of.ts";
import type { Violation } from "./violation.ts";

/** A request that was refused. */
export interface Refusal {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly document: string;
  /** Absent where the request named none that there is. */
  readonly operation?: string;
  readonly method: string;
  /** Path alone: a query may hold a secret. */
  readonly path: string;
  readonly violations: readonly Violation[];
}

/** The refusals of late. */
export interface Journal {
  record(refused: {
    /** Milliseconds since the epoch. */
    at: number;
    document: Document;
    operation?: Operation;
    request: SentRequest;
    violations: readonly Violation[];
  }): void;
  /** The newest first. */
  list(): readonly Refusal[];
  clear(): void;
  /** Puts others in the place of all. */
  restore(refusals: readonly Refusal[]): void;
}

/** How many refusals are kept. */
const LIMIT = 200;
/** How much of a path is kept: anybody can send a long one. */
const PATH_LIMIT = 500;

export function createJournal(): Journal {
  // The oldest first.
  let refusals: Refusal[] = [];
  return {
    record({ at, document, operation, request: { method, url }, violations }) {
      const path = pathOf(url).slice(0, PATH_LIMIT);
      const named = operation && { operation: operation.id };
      refusals.push({ at, document: document.name, ...named, method, path, violations });
      if (refusals.length > LIMIT) refusals.shift();
    },
    list: () => refusals.toReversed(),
    clear() {
      refusals = [];
    },
    restore(given) {
      refusals = given.slice(0, LIMIT).reverse();
    },
  };
}
