/** What a live run may cost the service. */
export interface Limits {
  /** Requests in all, with those that log in, ask again or are wrong on purpose. */
  readonly budget: number;
  /** Requests that may be begun in a second, to one host. */
  readonly rate: number;
  /** Requests that may be under way at once, to one host. */
  readonly concurrency: number;
  /** How often a read is asked again, at the most. */
  readonly retries: number;
}

/** Few enough for a service that others use. */
export const DEFAULT_LIMITS: Limits = { budget: 200, rate: 5, concurrency: 1, retries: 2 };
