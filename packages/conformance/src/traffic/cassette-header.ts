import { isAbsolute, relative, sep } from "node:path";
import type { Document } from "../document/document.ts";
import { hashRoot } from "../document/hash-root.ts";
import { VERSION } from "../package-file.ts";
import { type CassetteHeader, FORMAT } from "./recorded.ts";

/** What a cassette of a document begins with. */
export function cassetteHeader(
  document: Document,
  { target, kind, startedAt }: Pick<CassetteHeader, "target" | "kind" | "startedAt">,
): CassetteHeader {
  const path = relative(process.cwd(), document.source);
  // A path from elsewhere says whose machine it was.
  const isBelow = path !== "" && !path.startsWith("..") && !isAbsolute(path);
  return {
    cassette: FORMAT,
    document: document.name,
    ...(isBelow && { source: path.split(sep).join("/") }),
    fingerprint: hashRoot(document.root),
    kit: VERSION,
    target,
    kind,
    startedAt,
  };
}
