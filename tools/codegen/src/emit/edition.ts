import type { Service } from "../describe/service.ts";
import type { Overlay } from "../spec/overlay.ts";

/** What emitters are given: the service, and what belongs to a package without following from its spec. */
export interface Edition {
  /** The service as it was observed: documented, and what was seen to differ. Types follow from it. */
  readonly service: Service;
  /** The service as it is documented. */
  readonly documented: Service;
  /** What makes the difference between the two. */
  readonly overlay: Overlay | undefined;
  /** Kept from edition to edition: changesets raises it. */
  readonly version: string;
  /** The text of the project's licence. */
  readonly license: string;
}

/** The text of one file, from the edition alone; `undefined` where there is no such file in it. */
export type Emit = (edition: Edition) => string | undefined | Promise<string>;
