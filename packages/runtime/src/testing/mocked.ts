import type { OperationDescription, OperationsLater } from "../operation-description.ts";
import type { ServiceDescription } from "../service-description.ts";
import type { Waits } from "../wait/waits.ts";
import type { DocumentedAnswer } from "./documented-answer.ts";

/** What a mock stands in for: what a client knows of its service, and what the document says of the answers. */
export interface MockedService {
  readonly service: ServiceDescription;
  readonly operations: OperationsLater;
  /** What waiting for them needs, if they do not say so themselves. */
  readonly waits?: Waits | undefined;
  /** By operation. */
  readonly documented: Readonly<Record<string, readonly DocumentedAnswer[]>>;
}

/** The same, with its operations described. */
export interface DescribedService {
  readonly service: ServiceDescription;
  readonly operations: Readonly<Record<string, OperationDescription>>;
}

/** One operation of it. */
export interface Mocked {
  readonly service: ServiceDescription;
  readonly operation: OperationDescription;
  readonly answers: readonly DocumentedAnswer[];
}
