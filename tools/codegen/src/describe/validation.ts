import { httpMethods, type OperationObject, type PathItem, type ResponseObject } from "../spec/document.ts";
import type { Place } from "../spec/json-pointer.ts";
import type { Spec } from "../spec/load-spec.ts";
import { resolve } from "../spec/resolve.ts";
import { isJson } from "./media-type.ts";
import { keepUsed } from "./validation-keep-used.ts";
import type { Row } from "./validation-row.ts";
import { createTable, type SchemaTable } from "./validation-table.ts";

/** What is documented of the JSON that a service answers with: a table of schemas, and where each answer's stands. */
export interface Validation {
  /** By operation, by documented status. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly schemas: readonly Row[];
}

/**
 * Gathers the schemas of all responses into one table.
 *
 * @throws SpecError if a schema has a keyword that validation does not know: it would pass over it in silence.
 */
export function describeValidation(spec: Spec): Validation {
  const table = createTable(spec);
  const operations: Record<string, Record<string, number>> = {};
  for (const [path, item] of Object.entries(spec.document.paths)) {
    for (const [method, operation] of operationsOf(item)) {
      const place = ["paths", path, method, "responses"];
      operations[operation.operationId ?? ""] = describeResponses(spec, table, operation, place);
    }
  }
  return keepUsed({ operations, schemas: table.rows });
}

function operationsOf(item: PathItem): [string, OperationObject][] {
  return httpMethods.flatMap((method) => (item[method] ? [[method, item[method]]] : []));
}

function describeResponses(
  spec: Spec,
  table: SchemaTable,
  { responses = {} }: OperationObject,
  place: Place,
): Record<string, number> {
  const positions = Object.entries(responses).flatMap(([status, declared]) => {
    const { value, place: at } = resolve<ResponseObject>(spec, declared, [...place, status]);
    const schemas = Object.entries(value.content ?? {}).flatMap(([mediaType, { schema }]) =>
      schema !== undefined && isJson(mediaType)
        ? [table.add(schema, [...at, "content", mediaType, "schema"])]
        : [],
    );
    // Several media types of JSON: as with the types, the body is of any of them.
    return schemas.length > 0 ? [[status, table.anyOf(schemas)] as const] : [];
  });
  return Object.fromEntries(positions);
}
