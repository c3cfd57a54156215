import type { SchemaObject } from "../spec/document.ts";
import type { Field } from "./fields.ts";
import type { Operation } from "./operation.ts";

/** Where the outcome of a long-running operation is told, in the bodies of the operation's successes. */
export interface LongRunning {
  readonly status: Field | undefined;
  readonly result: Field | undefined;
  readonly error: Field | undefined;
  readonly progress: Field | undefined;
}

/** The outermost status of an operation's successes, and what stands beside it or nearest to it. */
export function describeLongRunning(operation: Operation): LongRunning {
  const fields = operation.responses.filter(({ ok }) => ok).flatMap((response) => response.fields);
  const marked = (keyword: keyof SchemaObject) =>
    fields.filter(({ schema }) => schema[keyword] !== undefined).sort(byDepth);
  const [status] = marked("x-lro-status");
  const beside = (keyword: keyof SchemaObject) => {
    const found = marked(keyword);
    return found.find(({ path }) => parent(path) === parent(status?.path ?? [])) ?? found[0];
  };
  return {
    status,
    result: beside("x-lro-result"),
    error: beside("x-lro-error"),
    progress: beside("x-lro-progress"),
  };
}

/** Whether an operation can be asked again and again how a long-running operation stands. */
export function isPolled(operation: Operation): boolean {
  return operation.safe && describeLongRunning(operation).status !== undefined;
}

function byDepth(a: Field, b: Field): number {
  return a.path.length - b.path.length;
}

function parent(path: readonly string[]): string {
  return path.slice(0, -1).join("/");
}

/** The field that holds the vendor's error code, if the body has one; of several, that which lists codes. */
export function errorCode(fields: readonly Field[]): Field | undefined {
  const marked = fields.filter(({ schema }) => schema["x-lro-error-code"] !== undefined);
  return marked.find(({ values }) => values) ?? marked[0];
}
