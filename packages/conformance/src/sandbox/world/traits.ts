import type { Document, Operation } from "../../document/document.ts";
import { documentedValues } from "../../document/documented-values.ts";
import { findMarked } from "../../document/find-marked.ts";
import { isObject, type JsonObject } from "../../document/json.ts";
import { objectAt } from "../../document/navigate.ts";
import { type Pointer, valueAt } from "../../document/pointer.ts";
import { ERROR_CODE, SAFE, SESSION } from "../../document/vocabulary.ts";

/** DELETE on the very path by which a thing is read, or an operation that is named so. */
export function deletesByName(operation: Operation, { operations }: Document): boolean {
  if (/^(batch)?(delete|remove)/i.test(operation.id)) return true;
  if (operation.method !== "DELETE" || !operation.path.includes("{")) return false;
  return operations.some(({ method, path }) => method === "GET" && path === operation.path);
}

/** Whether an operation only reads. */
export function safeIn(root: JsonObject, operation: Operation): boolean {
  const mark = objectAt(root, operation.pointer)[SAFE];
  // RFC 9110 §9.2.1, unless the document says otherwise.
  return typeof mark === "boolean" ? mark : /^(GET|HEAD|OPTIONS|TRACE)$/.test(operation.method);
}

/** The operations that log in and out. */
export function sessionOperations(root: JsonObject): Set<string> {
  const schemes = valueAt(root, "#/components/securitySchemes");
  const ways = Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) =>
    isObject(scheme) && Array.isArray(scheme[SESSION]) ? scheme[SESSION] : [],
  );
  return new Set(
    ways.filter(isObject).flatMap(({ login, then, logout }) => [login, then, logout].map(String)),
  );
}

/** Whether an operation documents what it answers where nothing has an id. */
export function knowsNotFound(root: JsonObject, operation: Operation, schema: Pointer | undefined): boolean {
  if (operation.responses["404"] ?? operation.responses["4XX"]) return true;
  const refusals = [objectAt(root, operation.pointer)["x-refusals"], root["x-refusals"]].find(isObject);
  const code = refusals?.notFound;
  if (code === undefined || schema === undefined) return false;
  return findMarked(root, schema, ERROR_CODE).some((place) =>
    documentedValues(root, place.schema).values.some((value) => String(value) === String(code)),
  );
}
