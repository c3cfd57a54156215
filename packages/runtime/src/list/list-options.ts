import type { CallOptions } from "../client-options.ts";

/** How to go through a list. The rest holds for each request. */
export interface ListOptions extends CallOptions {
  /** How many items to yield at most. */
  readonly limit?: number | undefined;
  /**
   * How many items to ask for at once; it wins over the argument of that meaning. By default as many as the service
   * gives, and 50 where it counts pages.
   */
  readonly pageSize?: number | undefined;
}
