import type { SchemaObject } from "../spec/schema-object.ts";
import type { Field } from "./fields.ts";
import type { Link } from "./links.ts";
import { isJson } from "./media-type.ts";
import type { Operation } from "./operation.ts";

/** Where the outcome of a long-running operation is told, in the bodies of the operation's successes. */
export interface LongRunning {
  readonly status: Field | undefined;
  readonly result: Field | undefined;
  readonly error: Field | undefined;
  readonly progress: Field | undefined;
  /** What bears the same mark beside one of them: it has been seen to come by this name. */
  readonly also: Readonly<Record<"status" | "result" | "error", Field | undefined>>;
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
  const also = (keyword: keyof SchemaObject, first: Field | undefined) =>
    marked(keyword).find(({ path }) => first && isSibling(path, first.path));
  const result = beside("x-lro-result");
  const error = beside("x-lro-error");
  return {
    status,
    result,
    error,
    progress: beside("x-lro-progress"),
    also: {
      status: also("x-lro-status", status),
      result: also("x-lro-result", result),
      error: also("x-lro-error", error),
    },
  };
}

/** Whether an operation can be asked again and again how a long-running operation stands. */
export function isPolled(operation: Operation): boolean {
  return operation.safe && describeLongRunning(operation).status !== undefined;
}

/** Which of the outcome's fields are texts that hold JSON. */
export function jsonTexts({ result, error }: LongRunning): ("result" | "error")[] {
  const fields = Object.entries({ result, error }) as ["result" | "error", Field | undefined][];
  return fields.flatMap(([name, field]) => (isJson(field?.schema.contentMediaType ?? "") ? [name] : []));
}

/** The link to the operation that asks the server to cancel what an operation tells of. */
export function cancelLink({ responses }: Operation): Link | undefined {
  return responses.flatMap(({ ok, links }) => (ok ? links : [])).find(({ cancels }) => cancels);
}

function byDepth(a: Field, b: Field): number {
  return a.path.length - b.path.length;
}

/** Whether it is another member of the same object. */
function isSibling(path: readonly string[], other: readonly string[]): boolean {
  return parent(path) === parent(other) && path.at(-1) !== other.at(-1);
}

function parent(path: readonly string[]): string {
  return path.slice(0, -1).join("/");
}
