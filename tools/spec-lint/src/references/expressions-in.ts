import type { Path } from "../json-pointer.ts";

/** Every text that begins like an expression, at any depth. */
export function expressionsIn(value: unknown, at: Path = []): { at: Path; text: string }[] {
  if (typeof value === "string") return value.startsWith("$") ? [{ at, text: value }] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([step, member]) =>
    expressionsIn(member, [...at, Array.isArray(value) ? Number(step) : step]),
  );
}
