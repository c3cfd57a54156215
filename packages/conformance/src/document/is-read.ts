import type { Document, Operation } from "./document.ts";
import { objectAt } from "./navigate.ts";
import { SAFE } from "./vocabulary.ts";

const READS: readonly string[] = ["GET", "HEAD"];

/** Whether an operation only reads: so says the document (`x-safe`), or else its method (RFC 9110 §9.2.1). */
export function isRead({ root }: Document, { pointer, method }: Operation): boolean {
  const safe = objectAt(root, pointer)[SAFE];
  return typeof safe === "boolean" ? safe : READS.includes(method);
}
