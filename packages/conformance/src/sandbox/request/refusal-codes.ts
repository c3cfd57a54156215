import type { Document } from "../../document/document.ts";
import { isErrorCode } from "../../document/error-code-place.ts";
import { isObject, type Json } from "../../document/json.ts";
import { REFUSALS, THROTTLING } from "../../document/vocabulary.ts";
import type { Mistake } from "../violation.ts";

/** The codes that a document has for a mistake, the preferred one first (`x-refusals`). */
export function refusalCodes({ root }: Document, mistake: Mistake): readonly Json[] {
  const refusals = root[REFUSALS];
  const codes = isObject(refusals) ? refusals[mistake] : undefined;
  return codes === undefined ? [] : Array.isArray(codes) ? codes : [codes];
}

/** What a document says of being asked too often (`x-throttling`). */
export interface Throttling {
  readonly statuses: readonly number[];
  /** Whether a code means it. */
  isCode(code: Json): boolean;
}

export function readThrottling({ root }: Document): Throttling {
  const keyword = root[THROTTLING];
  const { statuses, codes } = isObject(keyword) ? keyword : {};
  const known = Array.isArray(codes) ? codes : [];
  return {
    statuses: Array.isArray(statuses) ? statuses.map(Number) : [],
    isCode: (code) => isErrorCode(code) && known.some((pattern) => isCodeOf(String(pattern), String(code))),
  };
}

function isCodeOf(pattern: string, code: string): boolean {
  return pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
