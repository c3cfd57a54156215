/** A JSON object whose members may be anything. */
export type Bag = Record<string, unknown>;

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a value is, or what its `$ref` leads to; an empty object where there is nothing. */
export function resolve(root: Bag, value: unknown): Bag {
  if (!isBag(value)) return {};
  if (typeof value.$ref !== "string") return value;
  const steps = value.$ref.split("/").slice(1);
  const target = steps.reduce<unknown>((at, step) => (isBag(at) ? at[unescapeStep(step)] : undefined), root);
  return resolve(root, target);
}

function unescapeStep(step: string): string {
  return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
}
