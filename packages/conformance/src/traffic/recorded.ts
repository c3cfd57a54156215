import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { CheckName } from "../checks/finding.ts";
import type { Report, ReportCase, ReportEntry } from "../report/report.ts";
import type { Judged } from "../run/run-case.ts";
import type { Lost } from "../wire/exchange.ts";

/** Raised when a reader of before would misread a cassette. */
export const FORMAT = 1;

/** The first line of a cassette. */
export interface CassetteHeader {
  readonly cassette: typeof FORMAT;
  /** Name of the document that it was recorded by. */
  readonly document: string;
  /** Path of the document, where it is below the working directory. */
  readonly source?: string;
  /** SHA-256 of the document. */
  readonly fingerprint: string;
  /** Version of the kit. */
  readonly kit: string;
  /** The base URL that was asked; of traffic, where it went to. */
  readonly target: string;
  /** Whether cases were asked for, or what passed was recorded. */
  readonly kind: "live" | "mock" | "sandbox" | "traffic";
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Names what was going to be asked of a live service, so that nothing else is added. */
  readonly plan?: string;
}

/** One exchange, without its secrets. A case that was skipped has entries alone. */
export interface CassetteLine {
  readonly case?: RecordedCase;
  readonly request?: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly lost?: Lost;
  /** Milliseconds. */
  readonly duration?: number;
  readonly requestBody?: "missing";
  readonly responseBody?: "missing" | "maybe cut" | "miscoded";
  /** Why it is not to be judged. */
  readonly unjudged?: string;
  /** Of traffic, what only the secrets could tell: what these checks said. */
  readonly said?: readonly Judged[];
  /** Of a case, the same, as the report has it. */
  readonly entries?: Readonly<Partial<Record<CheckName, readonly ReportEntry[]>>>;
  /** All that the report says of a case, where it is more than its checks said. */
  readonly all?: readonly ReportEntry[];
  /** How the report shows a case, where the secrets were part of how. */
  readonly shown?: ReportCase;
  /** It was not sent any more: the budget was spent. */
  readonly held?: true;
}

/**
 * Stands before a request of a live run is sent, as long as the run is not over: so that what a killed run has cost the
 * service is known, and what it may have changed.
 */
export interface CassetteSent {
  /** How many requests were sent with this one, logins and retries among them. */
  readonly sent: number;
  /** The case that it is for; absent: of earlier sittings. */
  readonly operation?: string;
  readonly case?: string;
}

/** The last line of the cassette of a run that came to its end. */
export interface CassetteEnd {
  readonly end: {
    /** Milliseconds. */
    readonly duration: number;
    readonly cases: number;
    readonly proved: boolean;
    /** Of a live run, how many requests it took, with logins and retries. */
    readonly sent?: number;
    /** What the report says besides its cases. */
    readonly report: Partial<Report>;
  };
}

export type RecordedCase = Omit<TestCase, "operation" | "sample" | "arguments"> & {
  readonly operation: string;
  readonly arguments: Arguments;
};

/** Text where it is UTF-8, base64 where it is not. */
export interface RecordedBody {
  readonly text?: string;
  readonly base64?: string;
}

type Headers = readonly (readonly [name: string, value: string])[];

export interface RecordedRequest extends RecordedBody {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

interface RecordedResponse extends RecordedBody {
  readonly status: number;
  readonly headers: Headers;
}
