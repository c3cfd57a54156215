import { createHash } from "node:crypto";
import type { JsonObject } from "./json.ts";

const remembered = new WeakMap<JsonObject, string>();

/** SHA-256 of all that a document says, in hex. */
export function hashRoot(root: JsonObject): string {
  const known = remembered.get(root) ?? createHash("sha256").update(JSON.stringify(root)).digest("hex");
  remembered.set(root, known);
  return known;
}

/** Notes what is known already, since a large document takes its time. */
export function knowHash(root: JsonObject, hash: string): void {
  remembered.set(root, hash);
}
