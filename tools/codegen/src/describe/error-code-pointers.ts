import type { Operation } from "./operation.ts";
import { pointerTo } from "./pointer-to.ts";

/** Where the bodies of a service hold the machine-readable code of an error, the most usual place first. */
export function errorCodePointers(operations: readonly Operation[]): string[] {
  const fields = operations.flatMap(({ responses }) => responses.flatMap((response) => response.fields));
  const counts = new Map<string, number>();
  for (const field of fields) {
    if (field.schema["x-lro-error-code"] === undefined) continue;
    const pointer = pointerTo(field);
    counts.set(pointer, (counts.get(pointer) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([pointer]) => pointer);
}
