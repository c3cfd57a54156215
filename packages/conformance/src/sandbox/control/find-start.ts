import type { Document, Operation } from "../../document/document.ts";
import { isSuccess } from "../../document/documented-response.ts";
import { findMarked } from "../../document/find-marked.ts";
import { isObject } from "../../document/json.ts";
import { objectAt } from "../../document/navigate.ts";
import { STATUS } from "../../document/vocabulary.ts";

/**
 * The first operation that starts something: a link on its success leads to one that tells how it goes, or it tells so
 * itself.
 */
export function findStart(document: Document): Operation | undefined {
  const acting = document.operations.filter(({ method }) => method !== "GET");
  const telling = document.operations.filter((operation) => tellsStatus(document, operation));
  const leadsToOne = (operation: Operation) =>
    linkedFrom(document, operation).some((target) => telling.some(({ id }) => id === target));
  return acting.find(leadsToOne) ?? acting.find((operation) => telling.includes(operation));
}

function tellsStatus({ root }: Document, { responses }: Operation): boolean {
  return Object.values(responses)
    .filter(({ status }) => isSuccess(status))
    .flatMap(({ content }) => content)
    .some(({ schema }) => schema !== undefined && findMarked(root, schema, STATUS).length > 0);
}

function linkedFrom({ root }: Document, { responses }: Operation): string[] {
  return Object.values(responses)
    .filter(({ status }) => isSuccess(status))
    .map(({ pointer }) => objectAt(root, pointer).links)
    .flatMap((links) => (isObject(links) ? Object.values(links) : []))
    .flatMap((link) => (isObject(link) && typeof link.operationId === "string" ? [link.operationId] : []));
}
