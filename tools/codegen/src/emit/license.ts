import type { Edition } from "./edition.ts";

/** LICENSE: a package is published without the repository's root. */
export function emitLicense({ license }: Edition): string {
  return license;
}
