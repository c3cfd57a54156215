import { hash, timingSafeEqual } from "node:crypto";

/** Compares in a time that tells nothing of where two texts differ, nor of how long the expected one is. */
export function sameSecret(received: string, expected: string): boolean {
  return timingSafeEqual(digest(received), digest(expected));
}

function digest(text: string): Buffer {
  return hash("sha256", text, "buffer");
}
