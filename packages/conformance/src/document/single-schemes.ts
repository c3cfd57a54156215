import type { Document, Operation } from "./document.ts";

/** The names of the schemes of which each suffices by itself, and which a request can carry, in order. */
export function singleSchemes({ securitySchemes }: Document, { security }: Operation): string[] {
  return security
    .filter((names) => names.length === 1)
    .flat()
    .filter((name) => ["http", "apiKey"].includes(securitySchemes[name]?.type ?? ""));
}
