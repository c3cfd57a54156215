import type { Document, Operation } from "../document/document.ts";
import { objectAt } from "../document/navigate.ts";
import { SAFE } from "../document/vocabulary.ts";

const READS: readonly string[] = ["GET", "HEAD"];

/** Whether an operation only reads: so says the document (`x-safe`), or else its method (RFC 9110 §9.2.1). */
export function isRead({ root }: Document, { pointer, method }: Operation): boolean {
  const safe = objectAt(root, pointer)[SAFE];
  return typeof safe === "boolean" ? safe : READS.includes(method);
}
