import {
  type ExternalDocumentation,
  httpMethods,
  type OperationObject,
  type PathItem,
} from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { type Argument, describeArguments } from "./arguments.ts";
import { toTypeName } from "./names.ts";
import { describeParameters } from "./parameters.ts";
import { type Body, describeBody } from "./request-body.ts";
import { describeResponses, type Response } from "./responses.ts";
import { describeSecurity } from "./security.ts";

export interface Operation {
  /** The `operationId`: the client's method, as the vendor spells it. */
  readonly id: string;
  /** Its stem in type names. */
  readonly typeName: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly page: ExternalDocumentation | undefined;
  readonly arguments: readonly Argument[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  readonly security: readonly (readonly string[])[];
}

// What a client has beside its operations, and `then`, which would make it a promise.
const taken = new Set(["http", "settle", "watch", "then"]);

/** All operations of a document, in its order. */
export function describeOperations(spec: Spec): Operation[] {
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(spec.document.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      if (!operation) continue;
      const place = ["paths", path, method];
      const id = operationId(spec, operation, place, operations);
      operations.push(describeOperation(spec, { id, path, method, item, operation, place }));
    }
  }
  return operations;
}

interface Found {
  id: string;
  path: string;
  method: string;
  item: PathItem;
  operation: OperationObject;
  place: Place;
}

function describeOperation(spec: Spec, { id, path, method, item, operation, place }: Found): Operation {
  const parameters = describeParameters(spec, { operation, item, place });
  const body = describeBody(spec, { id, operation, place, parameters });
  return {
    id,
    typeName: toTypeName(id),
    method: method.toUpperCase(),
    path,
    summary: operation.summary?.trim(),
    description: operation.description?.trim(),
    page: operation.externalDocs,
    arguments: describeArguments(spec, { id, parameters, body }),
    body,
    responses: describeResponses(spec, { id, operation, place }),
    security: describeSecurity(spec, operation, place),
  };
}

function operationId(
  spec: Spec,
  operation: OperationObject,
  place: Place,
  before: readonly Operation[],
): string {
  const id = operation.operationId;
  const fault = faultOf(id, before);
  if (id && !fault) return id;
  throw spec.error(id ? [...place, "operationId"] : place, {
    what: fault ?? "",
    expected: `a unique operationId, which becomes the method's name; not ${[...taken].join(", ")}`,
    example: "operationId: getJob",
  });
}

function faultOf(id: string | undefined, before: readonly Operation[]): string | undefined {
  if (!id) return "the operation has no operationId";
  if (taken.has(id)) return `operationId ${id} is a name that every client uses itself`;
  // By type name, since `getJob` and `get-job` share one.
  if (before.some(({ typeName }) => typeName === toTypeName(id))) return `operationId ${id} is not unique`;
  return undefined;
}
