import type { Document } from "../document/document.ts";
import type { Pointer } from "../document/pointer.ts";
import { TeachingError } from "../teaching-error.ts";
import type { Strangers } from "./compile-validators.ts";
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
  try {
    const { validators } = await loadValidators(document, undefined, strangers);
    return { validators, failures: new Map() };
  } catch (error) {
    if (!(error instanceof TeachingError)) throw error;
  }
  const { lazyValidators } = await import("./compile-validators.ts");
  const lazy = lazyValidators(document, strangers);
  const failures = new Map<Pointer, string>();
  for (const pointer of listSchemas(document)) {
    try {
      lazy.get(pointer);
    } catch (error) {
      failures.set(pointer, firstLine(error));
    }
  }
  return { validators: { get: (at) => (failures.has(at) ? undefined : lazy.get(at)) }, failures };
}

function firstLine(error: unknown): string {
  return String((error as Error).message).split("\n")[0] ?? "";
}
