import type { TargetKind } from "../run/plan-cases.ts";

/** The kinds of things that a document promises, from the coarsest to the finest. */
export const POINT_KINDS = ["operation", "status", "media-type", "field", "value", "code", "state"] as const;

/**
 * - `operation`: it can be called, and answers as documented
 * - `status`: a status of it, as documented: `404`, `4XX`, `default`
 * - `media-type`: a media type of a status
 * - `field`: a member of a body, by its pointer, with `*` for every item and every member of any name
 * - `value`: a value that a closed or an open list names for a field
 * - `code`: a documented error code of a status, also of one that says success
 * - `state`: a canonical state of a long-running operation
 */
export type PointKind = (typeof POINT_KINDS)[number];

/** Who showed it: what is seen on a sandbox says nothing of a live service, nor one tenant of another. */
export interface EvidenceSource {
  readonly kind: TargetKind;
  /** Whose service it was, by a label of the user's. */
  readonly tenant?: string;
}

/** One thing that a document promises. */
export interface EvidencePoint {
  readonly operation: string;
  readonly kind: PointKind;
  /** Unique within its operation and kind, such as `200 application/json #/state "DONE"`. */
  readonly name: string;
  /** The sources that showed it, by their index. */
  readonly seen: readonly number[];
}

/** What a document promises, and who showed it. It holds nothing of what was received. */
export interface Evidence {
  /** Of this format. */
  readonly version: 1;
  readonly sources: readonly EvidenceSource[];
  /** In the order of the document. */
  readonly points: readonly EvidencePoint[];
}

/** A source as people call it: `sandbox`, or `live north`. */
export function nameOfSource({ kind, tenant }: EvidenceSource): string {
  return tenant === undefined ? kind : `${kind} ${tenant}`;
}
