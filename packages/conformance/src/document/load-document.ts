import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { asciiJson } from "../cache/ascii-json.ts";
import { type KeptJson, keptJson } from "../cache/kept-json.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Document } from "./document.ts";
import { hashRoot, knowHash } from "./hash-root.ts";
import type { JsonObject } from "./json.ts";
import { spellOut } from "./spell-out.ts";

/**
 * Reads an OpenAPI document, 3.1 as it is, 3.0 and 2.0 brought up to 3.1.
 *
 * @param file path or `file:` URL of a YAML or JSON file
 * @param name what the report calls it; by default the folder of an `openapi.yaml`, else the file
 * @throws TeachingError when the file cannot be read, is no OpenAPI document, or is broken.
 * @example
 * const document = await loadDocument("specs/acme-jobs/openapi.yaml");
 */
export async function loadDocument(file: string | URL, name?: string): Promise<Document> {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new TeachingError(
      { what: `cannot read ${path}: ${cause.code}`, expected: "the path of an OpenAPI document" },
      { cause },
    );
  });
  return readDocument(textOf(bytes, path), path, name ?? defaultName(path));
}

// What is in another encoding would be judged with holes in it.
function textOf(bytes: Buffer, path: string): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  throw new TeachingError({
    what: "the document is not in UTF-8",
    where: path,
    expected: "an OpenAPI document in UTF-8, as JSON and YAML are",
    example: `iconv -f ISO-8859-1 -t UTF-8 ${basename(path)}`,
  });
}

/** A text that was proved before is not read as YAML again, which takes longer than all else. */
export async function readDocument(
  text: string,
  path: string,
  name: string,
  kept: KeptJson = keptJson("document"),
): Promise<Document> {
  const known = kept.read<{ readonly root: JsonObject; readonly hash: string }>(text);
  if (known) {
    knowHash(known.root, known.hash);
    return spellOut({ root: known.root, locate: () => path }, path, name);
  }
  const { parseSource } = await import("./parse-source.ts");
  const { proveRoot } = await import("./prove-root.ts");
  const source = parseSource(path, text);
  const proved = proveRoot(source);
  const compact = JSON.parse(asciiJson(proved)) as JsonObject;
  // A YAML text may say what JSON cannot.
  const root = isDeepStrictEqual(compact, proved) ? compact : proved;
  const document = spellOut({ ...source, root }, path, name);
  await kept.write({ root, hash: hashRoot(root) }, text);
  return document;
}

function defaultName(path: string): string {
  const file = basename(path).replace(/\.[^.]+$/, "");
  return file === "openapi" ? basename(dirname(path)) || file : file;
}
