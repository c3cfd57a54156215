import type { Document } from "../document/document.ts";
import type { Pointer } from "../document/pointer.ts";

/** The pointers of every schema that a check may ask for, sorted, each once. */
export function listSchemas({ operations }: Document): Pointer[] {
  const pointers = operations.flatMap((operation) => [
    ...operation.parameters,
    ...(operation.requestBody?.content ?? []),
    ...Object.values(operation.responses).flatMap((response) => [...response.headers, ...response.content]),
  ]);
  return [...new Set(pointers.flatMap(({ schema }) => schema ?? []))].sort();
}
