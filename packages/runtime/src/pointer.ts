import { memberAt } from "./member-at.ts";

/** The value that a JSON pointer (RFC 6901) leads to; `undefined` if there is none. */
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
