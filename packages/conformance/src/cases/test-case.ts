import type { Operation } from "../document/document.ts";
import type { Json } from "../document/json.ts";

/** One answer that the document promises, and the request that asks for it. */
export interface TestCase {
  readonly operation: Operation;
  /** Unique within its operation, such as `404 TaskNotFound`. */
  readonly name: string;
  /** The status that the case asks for. */
  readonly status: number;
  /** That any documented status will do: what `default` stands for, nobody can ask a live service for. */
  readonly anyStatus?: true;
  /** That any documented success will do: which one comes, such as 202 as long as something runs, a live service knows. */
  readonly anySuccess?: true;
  /** Name of the documented example that it asks for. */
  readonly example?: string;
  /** The documented error code that it asks for. */
  readonly code?: string | number;
  /** The body that the document shows for this answer, if it shows one. */
  readonly sample?: Json;
  readonly arguments: Arguments;
  /** Whether the request carries credentials. */
  readonly authenticated: boolean;
  /** Names of the security schemes that it authenticates by; absent: the first set that its credentials can serve. */
  readonly requirement?: readonly string[];
}

/** Stands for an example where a documented body may be missing. */
export const NO_BODY = "no-body";

/** The values of a request, by the place they go. */
export interface Arguments {
  readonly path: Readonly<Record<string, Json>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly header: Readonly<Record<string, Json>>;
  readonly cookie: Readonly<Record<string, Json>>;
  readonly body?: { readonly type: string; readonly value: Json };
}
