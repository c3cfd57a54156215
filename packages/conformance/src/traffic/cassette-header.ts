import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import type { Document } from "../document/document.ts";
import { type CassetteHeader, FORMAT } from "./recorded.ts";

/** What a cassette of a document begins with. */
export function cassetteHeader(
  document: Document,
  { target, kind, startedAt }: Pick<CassetteHeader, "target" | "kind" | "startedAt">,
  cwd: string = process.cwd(),
): CassetteHeader {
  const path = relative(cwd, document.source);
  // A path from elsewhere says whose machine it was.
  const isBelow = path !== "" && !path.startsWith("..") && !isAbsolute(path);
  return {
    cassette: FORMAT,
    document: document.name,
    ...(isBelow && { source: path.split(sep).join("/") }),
    fingerprint: fingerprintOf(document),
    kit: KIT,
    target,
    kind,
    startedAt,
  };
}

/** Names one edition of a document. */
export function fingerprintOf({ root }: Document): string {
  return createHash("sha256").update(JSON.stringify(root)).digest("hex");
}

const { version: KIT } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};
