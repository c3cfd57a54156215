import type { Document } from "../document/document.ts";
import { hashRoot } from "../document/hash-root.ts";
import { VERSION } from "../package-file.ts";

/** What a report was judged by: only reports that agree in it can be merged. */
export interface Fingerprint {
  /** A hash of the document. */
  readonly document: string;
  /** Version of this package. */
  readonly kit: string;
}

export function fingerprintOf({ root }: Pick<Document, "root">): Fingerprint {
  return { document: hashRoot(root).slice(0, 16), kit: VERSION };
}
