import type { Document } from "../document/document.ts";
import type { Pointer } from "../document/pointer.ts";

/** The pointers of those schemas that answers are held against. */
export function answerSchemas({ operations }: Document): Set<Pointer> {
  const all = operations.flatMap(({ responses }) => Object.values(responses));
  return new Set(all.flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? [])));
}

/** The pointers of every schema that a check may ask for, sorted, each once. */
export function listSchemas({ operations }: Document): Pointer[] {
  const pointers = operations.flatMap((operation) => [
    ...operation.parameters,
    ...(operation.requestBody?.content ?? []),
    ...Object.values(operation.responses).flatMap((response) => [...response.headers, ...response.content]),
  ]);
  return [...new Set(pointers.flatMap(({ schema }) => schema ?? []))].sort();
}
