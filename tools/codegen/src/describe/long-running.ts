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

function parent(path: readonly string[]): string {
  return path.slice(0, -1).join("/");
}
