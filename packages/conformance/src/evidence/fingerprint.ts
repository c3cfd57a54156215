import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { Document } from "../document/document.ts";
import type { JsonObject } from "../document/json.ts";

/** What a report was judged by: only reports that agree in it can be merged. */
export interface Fingerprint {
  /** A hash of the document. */
  readonly document: string;
  /** Version of this package. */
  readonly kit: string;
}

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
const remembered = new WeakMap<JsonObject, Fingerprint>();

export function fingerprintOf({ root }: Pick<Document, "root">): Fingerprint {
  const known = remembered.get(root) ?? { document: hashOf(root), kit: version };
  remembered.set(root, known);
  return known;
}

function hashOf(root: JsonObject): string {
  return createHash("sha256").update(JSON.stringify(root)).digest("hex").slice(0, 16);
}
