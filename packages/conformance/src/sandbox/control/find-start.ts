import type { Document, Operation } from "../../document/document.ts";
import { readModel } from "../world/model.ts";

/**
 * The first operation that starts something: a link on its success leads to one that tells how it goes, or it tells so
 * itself.
 */
export function findStart(document: Document): Operation | undefined {
  const { operations } = readModel(document);
  const acting = [...operations.values()].filter(({ safe, session }) => !safe && !session);
  const start =
    acting.find(({ links }) => links.some(({ target }) => operations.get(target.id)?.status)) ??
    acting.find(({ status }) => status);
  return start?.operation;
}
