import type { Field } from "./fields.ts";

/** RFC 6901 §3; a step `*` is every item of a list, which a pointer has no sign for. */
export function pointerTo({ path }: Field): string {
  return path
    .map((step) => (step === "[]" ? "/*" : `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`))
    .join("");
}
