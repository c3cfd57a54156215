import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Document } from "../document/document.ts";
import { compileModule, runModule, type Validators } from "./compile-validators.ts";

/** Raised with every change to how validators are compiled: older files in the cache are not read again. */
const GENERATION = 3;

export interface LoadedValidators {
  readonly validators: Validators;
  /** Whether they had to be compiled, or came from the cache. */
  readonly compiled: boolean;
}

/**
 * The validators of a document, compiled once per document and machine.
 *
 * The cache is a folder in the user's own cache folder, or `SETTLED_CACHE`; where it cannot be written, each
 * process compiles anew.
 */
export async function loadValidators(
  document: Document,
  folder: string = cacheFolder(),
): Promise<LoadedValidators> {
  const file = join(folder, `${fingerprint(document)}.cjs`);
  const cached = await readFile(file, "utf8")
    .then((code) => runModule(document, code))
    .catch(() => undefined);
  if (cached) return { validators: cached, compiled: false };
  const code = compileModule(document);
  await writeWhole(folder, file, code).catch(() => undefined);
  return { validators: runModule(document, code), compiled: true };
}

function cacheFolder(): string {
  const { SETTLED_CACHE, XDG_CACHE_HOME } = process.env;
  return SETTLED_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "settled");
}

function fingerprint({ root }: Document): string {
  const { version } = createRequire(import.meta.url)("ajv/package.json") as { version: string };
  return createHash("sha256")
    .update(JSON.stringify([GENERATION, version, root]))
    .digest("hex");
}

/** A reader sees the whole file or none, also when two processes write it. */
async function writeWhole(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
