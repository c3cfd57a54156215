import type { Pointer } from "../document/pointer.ts";

/** The checks, by the names of the field. */
export type CheckName =
  | "request"
  | "authentication"
  | "status-code"
  | "content-type"
  | "response-headers"
  | "response-schema"
  | "error-code"
  | "operation-status"
  | "client-result";

/**
 * What a check can say of an exchange.
 *
 * - `pass`: as documented
 * - `vacuous`: breaks nothing, and proves nothing either; never green
 * - `fail`: not as documented
 */
export type Judgement = "pass" | "vacuous" | "fail";

/** One thing that a check found. */
export interface Finding {
  readonly verdict: Judgement;
  /** What the document says. */
  readonly expected: string;
  /** What arrived. */
  readonly received: string;
  /** Where in the body, or in the request, if it is about a part of it. */
  readonly at?: Pointer;
}

export function pass(expected: string, received: string = expected): Finding {
  return { verdict: "pass", expected, received };
}

export function fail(expected: string, received: string, at?: Pointer): Finding {
  return { verdict: "fail", expected, received, ...(at !== undefined && { at }) };
}

export function vacuous(expected: string, received: string): Finding {
  return { verdict: "vacuous", expected, received };
}

/** A value as people read it: JSON, cut to a line. */
export function show(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** What is expected, and where. There is no colon: what follows the name of a secret and one would be taken for it. */
export function saidAt(at: string, expected: string): string {
  return `${at} (${expected})`;
}
