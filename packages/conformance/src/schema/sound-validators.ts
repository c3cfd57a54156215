import type { Document } from "../document/document.ts";
import type { Pointer } from "../document/pointer.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Strangers } from "./compile-validators.ts";
import { isEndless } from "./endless.ts";
import { listSchemas } from "./list-schemas.ts";
import { loadValidators } from "./load-validators.ts";
import type { Validators } from "./run-validators.ts";

/** The validators of a document, of which some could not be compiled. */
export interface SoundValidators {
  readonly validators: Validators;
  /** Why there is none, by the pointer of its schema. */
  readonly failures: ReadonlyMap<Pointer, string>;
}

/** The validators of a document that nobody here wrote: what cannot be compiled is told, and the rest is there. */
export async function soundValidators(
  document: Document,
  strangers: Strangers = "refused",
): Promise<SoundValidators> {
  const failures = new Map<Pointer, string>();
  for (const pointer of listSchemas(document))
    if (isEndless(document.root, pointer)) failures.set(pointer, ENDLESS);
  try {
    const { validators } = await loadValidators(document, undefined, strangers);
    return { validators, failures };
  } catch (error) {
    if (!(error instanceof TeachingError)) throw error;
  }
  const { lazyValidators } = await import("./compile-validators.ts");
  const lazy = lazyValidators(document, strangers);
  for (const pointer of listSchemas(document)) {
    try {
      lazy.get(pointer);
    } catch (error) {
      failures.set(pointer, firstLine(error));
    }
  }
  return { validators: { get: (at) => (failures.has(at) ? undefined : lazy.get(at)) }, failures };
}

const ENDLESS = "a schema refers to itself for the same value, without end";

function firstLine(error: unknown): string {
  return String((error as Error).message).split("\n")[0] ?? "";
}
