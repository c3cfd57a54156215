import {
  type ExternalDocumentation,
  httpMethods,
  type OperationObject,
  type Paging,
  type PathItem,
  type ServerObject,
} from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { type Argument, describeArguments } from "./arguments.ts";
import { describeIdempotencyToken } from "./idempotency-token.ts";
import { toTypeName } from "./names.ts";
import { describeOperationId } from "./operation-id.ts";
import { describeParameters } from "./parameters.ts";
import { type Body, describeBody } from "./request-body.ts";
import { describeResponses, type Response } from "./responses.ts";
import { describeSecurity } from "./security.ts";
import { describeSerialization, type Serialization } from "./serialization.ts";
import { ownServers } from "./servers.ts";

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
  readonly tags: readonly string[];
  /** Its own, if they are not those of the service. */
  readonly servers: readonly ServerObject[] | undefined;
  /** Whether it only reads. */
  readonly safe: boolean;
  readonly paging: Paging | undefined;
  readonly idempotencyToken: string | undefined;
  /** The values that do not travel as plain text. */
  readonly serialize: Readonly<Record<string, Serialization>>;
  readonly arguments: readonly Argument[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  /** The arguments that the answer of another operation holds, by the first Link Object that leads here. */
  readonly linkedBy: ReadonlySet<string>;
  readonly security: readonly (readonly string[])[];
}

/** All operations of a document, in its order. */
export function describeOperations(spec: Spec): Operation[] {
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(spec.document.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      if (!operation) continue;
      const place = ["paths", path, method];
      const id = describeOperationId(spec, operation, place, operations);
      operations.push(describeOperation(spec, { id, path, method, item, operation, place }));
    }
  }
  return operations.map((operation) => ({
    ...operation,
    linkedBy: linkedArguments(operation.id, operations),
  }));
}

function linkedArguments(id: string, operations: readonly Operation[]): Set<string> {
  const links = operations.flatMap(({ responses }) => responses.flatMap((response) => response.links));
  // One link alone: what several give need not go together.
  const toHere = links.find(({ operationId }) => operationId === id);
  // A name may be qualified by its place: `path.jobId`.
  const names = Object.keys(toHere?.parameters ?? {});
  return new Set(names.map((name) => name.replace(/^(path|query|header|cookie)\./, "")));
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
    tags: operation.tags ?? [],
    servers: ownServers(spec, { item, operation }),
    safe: operation["x-safe"] ?? isSafeMethod(method),
    paging: operation["x-paging"],
    idempotencyToken: describeIdempotencyToken(spec, parameters, body),
    serialize: describeSerialization(spec, parameters, body),
    arguments: describeArguments(spec, { id, parameters, body }),
    body,
    responses: describeResponses(spec, { id, operation, place }),
    linkedBy: new Set(),
    security: describeSecurity(spec, operation, place),
  };
}

/** RFC 9110 §9.2.1. */
function isSafeMethod(method: string): boolean {
  return ["get", "head", "options", "trace"].includes(method.toLowerCase());
}
