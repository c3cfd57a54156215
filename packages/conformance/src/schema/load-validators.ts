import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { type KeptFiles, keptFiles } from "../cache/kept-files.ts";
import type { Document } from "../document/document.ts";
import { hashRoot } from "../document/hash-root.ts";
import type { Strangers } from "./compile-validators.ts";
import { listSchemas } from "./list-schemas.ts";
import { runModule, type Validators } from "./run-validators.ts";

/** Raised with every change to how validators are compiled: older files in the cache are not read again. */
const GENERATION = 9;

export interface LoadedValidators {
  readonly validators: Validators;
  /** Whether they had to be compiled, or came from the cache. */
  readonly compiled: boolean;
}

/**
 * The validators of a document, compiled once per document and machine.
 *
 * The cache is a folder in the user's own cache folder, or `SETTLED_CACHE`; where it cannot be written, or others can
 * write to it, each process compiles anew.
 */
export async function loadValidators(
  document: Document,
  folder?: string,
  strangers: Strangers = "refused",
): Promise<LoadedValidators> {
  const files = keptFiles(folder);
  const name = `${fingerprint(document, strangers)}.cjs`;
  const kept = runKept(document, files, name);
  if (kept) return { validators: kept, compiled: false };
  // The compiler is loaded where there is something to compile.
  const { compileModule } = await import("./compile-validators.ts");
  const code = compileModule(document, strangers);
  await files.write(name, code);
  return { validators: runModule(document, code), compiled: true };
}

function runKept(document: Document, files: KeptFiles, name: string): Validators | undefined {
  const code = files.read(name);
  try {
    return code === undefined ? undefined : runModule(document, code);
  } catch {
    return undefined;
  }
}

function fingerprint(document: Document, strangers: Strangers): string {
  const { version } = createRequire(import.meta.url)("ajv/package.json") as { version: string };
  const made = JSON.stringify([
    GENERATION,
    version,
    hashRoot(document.root),
    // The module knows each by its place in this list alone.
    listSchemas(document),
    ...(strangers === "admitted" ? [strangers] : []),
  ]);
  return createHash("sha256").update(made).digest("hex");
}
