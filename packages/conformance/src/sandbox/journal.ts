import type { Document, Operation } from "../document/document.ts";
import type { SentRequest } from "../wire/exchange.ts";
import type { Violation } from "./violation.ts";

/** A request that was refused. */
export interface Refusal {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly document: string;
  readonly operation: string;
  readonly method: string;
  /** Path alone: a query may hold a secret. */
  readonly path: string;
  readonly violations: readonly Violation[];
}

/** The refusals of late. */
export interface Journal {
  record(refused: {
    document: Document;
    operation: Operation;
    request: SentRequest;
    violations: readonly Violation[];
  }): void;
  /** The newest first. */
  list(): readonly Refusal[];
  clear(): void;
}

/** How many refusals are kept. */
const LIMIT = 200;

export function createJournal(): Journal {
  let refusals: Refusal[] = [];
  return {
    record({ document, operation, request, violations }) {
      const { method, url, sentAt } = request;
      const path = new URL(url).pathname;
      const refusal = {
        at: sentAt,
        document: document.name,
        operation: operation.id,
        method,
        path,
        violations,
      };
      refusals = [refusal, ...refusals.slice(0, LIMIT - 1)];
    },
    list: () => refusals,
    clear() {
      refusals = [];
    },
  };
}
