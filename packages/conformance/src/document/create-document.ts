import type { Document } from "./document.ts";
import type { JsonObject } from "./json.ts";
import { proveRoot } from "./prove-root.ts";
import { spellOut } from "./spell-out.ts";

/**
 * The same as `loadDocument`, of a document that is in memory already.
 *
 * @throws TeachingError when it is no OpenAPI document, or is broken.
 */
export function createDocument(root: object, name: string): Document {
  const locate = (pointer: string) => `${name} ${pointer}`;
  const source = { root: root as JsonObject, locate };
  return spellOut({ root: proveRoot(source), locate }, name, name);
}
