import type { Response } from "./responses.ts";

/** The TypeScript type of what stands at a path in a body. All on the way to it may be missing, or null. */
export function fieldType(body: string, path: readonly string[]): string {
  return path.reduce((type, step, index) => {
    const owner = index === 0 ? type : `NonNullable<${type}>`;
    return step === "[]" ? `${owner}[number]` : `${owner}[${JSON.stringify(step)}]`;
  }, body);
}

/** The successes that have a field at a path. */
export function successesWith(responses: readonly Response[], path: readonly string[]): Response[] {
  return responses.filter(
    ({ ok, fields }) => ok && fields.some((field) => field.path.join("/") === path.join("/")),
  );
}
