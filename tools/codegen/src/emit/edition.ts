import type { Service } from "../describe/service.ts";

/** What emitters are given: the service, and what belongs to a package without following from its spec. */
export interface Edition {
  readonly service: Service;
  /** Kept from edition to edition: changesets raises it. */
  readonly version: string;
  /** The text of the project's licence. */
  readonly license: string;
}

/** The text of one file, from the edition alone. */
export type Emit = (edition: Edition) => string | Promise<string>;
