import { isAbsolute } from "node:path";
import { TeachingError } from "../teaching-error.ts";
import { type CassetteHeader, FORMAT } from "./recorded.ts";

const KINDS: readonly string[] = ["live", "mock", "sandbox", "traffic"] satisfies CassetteHeader["kind"][];

/**
 * The first line of a cassette.
 *
 * @throws TeachingError when it is of a later format, or was not written by settled.
 */
export function readCassetteHeader(given: unknown, path: string): CassetteHeader {
  const header = given as CassetteHeader;
  if (header.cassette !== FORMAT) {
    throw new TeachingError({
      what: `a cassette of format ${JSON.stringify(header.cassette)}`,
      where: path,
      expected: `format ${FORMAT}; a newer version of settled reads newer ones`,
      example: "npm install --save-dev @settled/conformance@latest",
    });
  }
  const fault = faultOf(header);
  if (fault === undefined) return header;
  throw new TeachingError({
    what: `no cassette: ${fault}`,
    where: `${path}:1`,
    expected: "the first line as settled wrote it",
    example: "settled check acme-jobs --cassette run.jsonl",
  });
}

function faultOf({ document, source, target, kind, startedAt }: CassetteHeader) {
  if (typeof document !== "string" || document === "") return "its document has no name";
  if (source !== undefined && !isBelow(source)) return "its document is not below this folder";
  if (!URL.canParse(target)) return "its target is no URL";
  if (!KINDS.includes(kind)) return `its kind is none of ${KINDS.join(", ")}`;
  const isDated = typeof startedAt === "string" && /^\d{4}-/.test(startedAt) && Date.parse(startedAt) >= 0;
  return !isDated ? "it does not say when it was started" : undefined;
}

// Whoever hands a cassette on names no file that is nothing to them.
function isBelow(source: unknown): boolean {
  return typeof source === "string" && !isAbsolute(source) && !source.split(/[\\/]/).includes("..");
}
