/** The steps of a JSON pointer (RFC 6901 §4): split here, so that no client has to. */
export function memberPath(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
