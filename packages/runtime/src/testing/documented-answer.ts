import type { Mocked } from "./mocked.ts";

/** What an operation documents under one status, as codegen makes it of the document. */
export interface DocumentedAnswer {
  /** `404`, or where the document is no more exact `4XX` or `default`. */
  readonly status: string;
  /** Absent if no body is documented. */
  readonly mediaType?: string;
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The bodies that the document shows, by name; one without a name is called `example`. */
  readonly examples?: Readonly<Record<string, unknown>>;
  /** A body made after the schema, where the document shows none that will do. */
  readonly sample?: unknown;
  /** Where its bodies have their error code, which of these are documented, and whether there are others. */
  readonly code?: {
    readonly at: readonly string[];
    readonly values: readonly unknown[];
    readonly isOpen?: boolean;
  };
  /** Of a success: where what belongs to its outcome must be there, with `/` between the steps. */
  readonly needs?: readonly string[];
  /** Of a success that tells how something goes. */
  readonly tells?: DocumentedTelling;
}

interface DocumentedTelling {
  /** The values of its status. */
  readonly values: readonly unknown[];
  /** Made after the schemas of what is marked so. */
  readonly result?: unknown;
  readonly error?: unknown;
  /** Whether its progress is a text rather than a number. */
  readonly isProgressText?: boolean;
}

/** The answer that a status falls under (OAS 3.1.1 §4.8.16): an exact code, then a range, then `default`. */
export function documentedAnswer({ answers }: Mocked, status: number): DocumentedAnswer | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return keys
    .map((key) => answers.find((answer) => answer.status === key))
    .find((answer) => answer !== undefined);
}

/** The documented successes. */
export function documentedSuccesses({ answers }: Pick<Mocked, "answers">): DocumentedAnswer[] {
  return answers.filter(isSuccess);
}

export function isSuccess({ status }: DocumentedAnswer): boolean {
  return status.startsWith("2");
}

/** Whether what stands at a place must be there. */
export function isNeeded({ needs = [] }: DocumentedAnswer, place: readonly string[]): boolean {
  return needs.includes(place.join("/"));
}

/** A status to answer with: of a range, its first. */
export function toStatus({ status }: DocumentedAnswer): number {
  return Number(status.replace(/XX$/i, "00"));
}
