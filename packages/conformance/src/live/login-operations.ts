import type { Document } from "../document/document.ts";
import { isObject } from "../document/json.ts";
import { objectAt } from "../document/navigate.ts";
import { below } from "../document/pointer.ts";
import { SESSION } from "../document/vocabulary.ts";

/** The operations that a client logs in with (`x-session`): they change nothing but who is let in. */
export function loginOperations({ root, securitySchemes }: Document): string[] {
  const ways = Object.keys(securitySchemes).flatMap((scheme) => {
    const mark = objectAt(root, below("#/components/securitySchemes", scheme))[SESSION];
    return Array.isArray(mark) ? mark.filter(isObject) : [];
  });
  const names = ways.flatMap(({ login, then }) => [login, then]);
  return [...new Set(names.flatMap((name) => (typeof name === "string" ? name : [])))];
}
