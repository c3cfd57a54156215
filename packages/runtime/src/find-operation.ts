import type { OperationDescription } from "./operation-description.ts";
import type { ServiceDescription } from "./service-description.ts";

export interface FoundOperation {
  readonly id: string;
  readonly operation: OperationDescription;
}

/** Looks an operation up as it is documented: `GET`, `/jobs/{jobId}`. */
export type FindOperation = (method: string, path: string) => FoundOperation | undefined;

export function createFindOperation({ operations }: ServiceDescription): FindOperation {
  const found = new Map(
    Object.entries(operations).map(([id, operation]) => [
      `${operation.method} ${operation.path}`,
      { id, operation },
    ]),
  );
  return (method, path) => found.get(`${method} ${path}`);
}
