import type { Finding } from "../finding.ts";
import { inBackticks, isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { bodySchema } from "../openapi/argument-sites.ts";
import { isDocumented } from "../openapi/documented-place.ts";
import { type Operation, parametersOf } from "../openapi/operations-of.ts";
import { resolveReference } from "../openapi/resolve-reference.ts";
import { bodiesOf } from "../openapi/response-bodies.ts";
import { unknownName } from "./unknown-name.ts";

/** What a runtime expression may speak of: an operation, and its responses that are meant. */
export interface Exchange {
  readonly operation: Operation;
  readonly responses: readonly Path[];
}

/** The responses of an operation that tell of its success. */
export function successOf(operation: Operation): Exchange {
  const { responses } = operation.node;
  const statuses = isObject(responses) ? Object.keys(responses).filter((key) => key.startsWith("2")) : [];
  return { operation, responses: statuses.map((status) => [...operation.path, "responses", status]) };
}

/** A runtime expression (OAS 3.1.1 §4.8.20.4) leads to something documented. Any other value is a constant. */
export function checkExpression(root: JsonObject, at: Path, value: unknown, exchange: Exchange): Finding[] {
  const [, side = "", source = "", name = ""] =
    /^\$(request|response)\.(body#|header\.|query\.|path\.)(.*)$/su.exec(String(value)) ?? [];
  if (source === "body#") return checkPointer(root, at, name, schemasOf(root, side, exchange));
  if (side === "request") return checkParameter(root, at, source.slice(0, -1), name, exchange.operation);
  return side === "response" && source === "header." ? checkHeader(root, at, name, exchange) : [];
}

/** A JSON pointer leads to a member that one of the schemas names. */
export function checkPointer(
  root: JsonObject,
  at: Path,
  pointer: string,
  schemas: readonly Path[],
): Finding[] {
  if (pointer === "" || schemas.some((schema) => isDocumented(root, schema, pointer))) return [];
  return [
    {
      at,
      found: `${inBackticks(pointer)}, which the schema of the body does not name`,
      expected: "a JSON pointer to a documented member of the body",
      example: "$response.body#/job/id   # in x-paging the pointer alone: /job/id",
    },
  ];
}

function schemasOf(root: JsonObject, side: string, { operation, responses }: Exchange): Path[] {
  if (side === "response") {
    return responses.flatMap((path) => bodiesOf(root, path, "")).map(({ schema }) => schema);
  }
  return [bodySchema(root, operation)?.schema ?? []];
}

function checkParameter(
  root: JsonObject,
  at: Path,
  place: string,
  name: string,
  operation: Operation,
): Finding[] {
  const known = parametersOf(root, operation)
    .filter((parameter) => parameter.in === place)
    .map((parameter) => parameter.name);
  const what = `a parameter in the ${place} of ${String(operation.node.operationId)}`;
  return known.includes(name) ? [] : [unknownName(at, name, known, what)];
}

function checkHeader(root: JsonObject, at: Path, name: string, { responses }: Exchange): Finding[] {
  const known = responses.flatMap((path) => {
    const headers = resolveReference(root, path)?.node.headers;
    return isObject(headers) ? Object.keys(headers) : [];
  });
  // RFC 9110 §5.1: the names of headers are case-insensitive.
  if (known.some((header) => header.toLowerCase() === name.toLowerCase())) return [];
  return [unknownName(at, name, known, "a documented header of the response")];
}
