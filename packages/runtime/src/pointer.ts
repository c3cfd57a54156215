/**
 * The values that a JSON pointer (RFC 6901) leads to; a step `*` is every item of a list. None if a step is missing.
 */
export function valuesAt(value: unknown, pointer: string): unknown[] {
  let found: unknown[] = [value];
  for (const step of steps(pointer)) {
    found = found.flatMap((one) => {
      if (step === "*" && Array.isArray(one)) return one;
      const next = member(one, step);
      return next === undefined ? [] : [next];
    });
  }
  return found;
}

/** The one value that a JSON pointer leads to; `undefined` if there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const step of steps(pointer)) found = member(found, step);
  return found;
}

// The pointers of descriptions: few, and followed in each answer.
const known = new Map<string, readonly string[]>([["", []]]);

function steps(pointer: string): readonly string[] {
  let found = known.get(pointer);
  if (!found) {
    const parts = pointer.slice(1).split("/");
    found = parts.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    known.set(pointer, found);
  }
  return found;
}

function member(value: unknown, step: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[step];
}
