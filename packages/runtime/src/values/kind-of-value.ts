import { isPlain } from "../is-plain.ts";
import { type FoundKind, findKind } from "./find-kind.ts";
import { Secret } from "./secret.ts";
import type { TypedValueDescription, ValueKind } from "./typed-value-description.ts";

/**
 * The kind that a value is written as. Under a type that no kind declares, an object is no map but a reference: the
 * first opaque kind that has no type of its own, since any may be the type of that.
 */
export function kindOfValue(
  description: TypedValueDescription,
  given: unknown,
  declared: string | undefined,
): FoundKind | undefined {
  const isReference = declared !== undefined && declared !== description.any && isPlain(given);
  if (isReference) return findKind(description, ({ kind, type }) => kind === "opaque" && type === undefined);
  const usual = usualKind(given);
  return findKind(description, ({ kind, type }) => kind === usual && type !== undefined);
}

function usualKind(given: unknown): ValueKind["kind"] | undefined {
  if (given instanceof Secret) return "secret";
  if (given instanceof Date) return "time";
  if (Array.isArray(given)) return "list";
  if (given instanceof Map || isPlain(given)) return "map";
  if (typeof given === "string") return "text";
  if (typeof given === "number") return "number";
  return typeof given === "boolean" ? "boolean" : undefined;
}

/** What a value is, for an error; never what is in it. */
export function nameOf(given: unknown): string {
  if (typeof given === "number" && !Number.isFinite(given)) return String(given);
  if (given instanceof Date && Number.isNaN(given.getTime())) return "an invalid Date";
  if (given === null || given === undefined) return String(given);
  if (typeof given !== "object") return `a ${typeof given}`;
  return `a ${given.constructor?.name ?? "Object"}`;
}
