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

export function describeLongRunning(operation: Operation): LongRunning {
  const fields = operation.responses.filter(({ ok }) => ok).flatMap((response) => response.fields);
  const marked = (keyword: keyof SchemaObject) => fields.find(({ schema }) => schema[keyword] !== undefined);
  return {
    status: marked("x-lro-status"),
    result: marked("x-lro-result"),
    error: marked("x-lro-error"),
    progress: marked("x-lro-progress"),
  };
}

/** The field that holds the vendor's error code, if the body has one; of several, that which lists codes. */
export function errorCode(fields: readonly Field[]): Field | undefined {
  const marked = fields.filter(({ schema }) => schema["x-lro-error-code"] !== undefined);
  return marked.find(({ values }) => values) ?? marked[0];
}
