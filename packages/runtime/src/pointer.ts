import { member, memberAt } from "./member-at.ts";

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
  return memberAt(value, steps(pointer));
}

function steps(pointer: string): string[] {
  if (pointer === "") return [];
  const parts = pointer.slice(1).split("/");
  // Few have what was escaped (RFC 6901 §3), and pointers are followed in each answer.
  return pointer.includes("~")
    ? parts.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    : parts;
}
