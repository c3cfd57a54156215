import type { OperationDescription } from "../operation-description.ts";
import type { ServiceDescription } from "../service-description.ts";
import type { Waits } from "../wait/waits.ts";

/** What a mock stands in for: what a client knows of its service, and the document with the examples. */
export interface MockedService {
  readonly service: ServiceDescription;
  readonly operations: Readonly<Record<string, OperationDescription>>;
  /** What waiting for them needs, if they do not say so themselves. */
  readonly waits?: Waits | undefined;
  /** The OpenAPI document, parsed. */
  readonly document: unknown;
}

/** One operation of it. */
export interface Mocked {
  readonly service: ServiceDescription;
  readonly operation: OperationDescription;
  readonly document: unknown;
}
