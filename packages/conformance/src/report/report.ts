import type { CheckName } from "../checks/finding.ts";
import type { CoverageMap } from "../evidence/coverage-map.ts";
import type { Evidence, EvidenceSource } from "../evidence/evidence.ts";
import type { Fingerprint } from "../evidence/fingerprint.ts";
import type { Shard } from "../evidence/shard.ts";

/** Every verdict, from best to worst. */
export const VERDICTS = ["pass", "skip", "erratum", "vacuous", "fail", "error"] as const;

/**
 * - `pass`: as documented
 * - `skip`: not asked, for the reason given
 * - `erratum`: deviates in a known way
 * - `vacuous`: breaks nothing and proves nothing; never green
 * - `fail`: deviates
 * - `error`: our own engine broke
 */
export type Verdict = (typeof VERDICTS)[number];

/** What one check said of one case. */
export interface ReportEntry {
  readonly check: CheckName;
  readonly operation: string;
  readonly case: string;
  readonly verdict: Verdict;
  readonly expected: string;
  readonly received: string;
  /** A command line that sends the request again, without its secrets. */
  readonly curl: string;
  /** The names of the known deviations that explain an `erratum`; absent from every other verdict. */
  readonly errata?: readonly string[];
  /** Names the finding across runs: the same one bears the same name, whatever was received. */
  readonly id?: string;
  /** Where in the body, or in the request, as a JSON pointer. */
  readonly at?: string;
  /** Where the document says what was expected. */
  readonly source?: SourcePosition;
  /** How often it was seen, if more than once: of traffic, and of the items of a list, the same finding is told once. */
  readonly times?: number;
  /** Where several runs were merged: those that found it, by their index. */
  readonly sources?: readonly number[];
}

/** What became of one provider. */
export interface Report {
  readonly provider: string;
  /** The base URL that was asked. */
  readonly target: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly checks: readonly ReportEntry[];
  /** Milliseconds. */
  readonly duration?: number;
  /** Path of the document, from the working directory where it is below it. */
  readonly document?: string;
  readonly documentation?: Documentation;
  /** What the document documents, in its order. */
  readonly operations?: readonly ReportOperation[];
  /** What was sent and what came, once for all the checks of a case. */
  readonly cases?: readonly ReportCase[];
  /** What is known of each deviation that the entries name. */
  readonly errata?: Readonly<Record<string, string>>;
  /** How much of what is documented was seen. */
  readonly coverage?: readonly CoverageMap[];
  /** What is documented, point by point, and who showed it. */
  readonly evidence?: Evidence;
  /** Which run it is of. */
  readonly run?: RunFacts;
  /** Instead, where several runs were merged: all of them. */
  readonly runs?: readonly MergedRun[];
}

/** What must be known of a run, for its report to be merged with others. */
export interface RunFacts extends EvidenceSource {
  readonly fingerprint: Fingerprint;
  /** Whether any answer arrived that was no refusal of the caller; of what wants credentials, if anything does. */
  readonly proved: boolean;
  /** Why nothing was proved, where that is known: not authorised, unreachable, the wrong host. */
  readonly unproved?: string;
  /** The part that it is of a run; absent: all of it. */
  readonly shard?: Shard;
  /** That it did not come to its end. */
  readonly interrupted?: true;
  /** That members of a body which the document does not name were no deviations. */
  readonly unknownMembers?: "admitted";
}

/** One of the runs that a merged report is of. */
export interface MergedRun extends RunFacts {
  readonly target: string;
  readonly startedAt: string;
}

/** A place in the document; lines and columns count from 1. */
export interface SourcePosition {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** Where something is documented, for people. */
export interface Documentation {
  readonly url: string;
  readonly description?: string;
}

export interface ReportOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly documentation?: Documentation;
  /** As documented: `404`, `4XX`, `default`. */
  readonly statuses: readonly string[];
  readonly source?: SourcePosition;
}

/** The exchange of one case, without its secrets. */
export interface ReportCase {
  readonly operation: string;
  readonly case: string;
  readonly request: ReportRequest;
  readonly response?: ReportResponse;
  /** Why no answer arrived. */
  readonly lost?: string;
  /** Milliseconds. */
  readonly duration?: number;
}

export interface ReportRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Excerpt;
}

export interface ReportResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Excerpt;
}

/** The beginning of a body. */
export interface Excerpt {
  /** Empty where the body is no text. */
  readonly text: string;
  /** How long the whole body was. */
  readonly bytes: number;
}
