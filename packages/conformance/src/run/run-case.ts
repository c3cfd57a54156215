import type { Authority } from "../authentication/authority.ts";
import type { TestCase } from "../cases/test-case.ts";
import { checks } from "../checks/checks.ts";
import type { CheckName, Finding } from "../checks/finding.ts";
import { type ClientOutcome, createSubject, type Subject, type SubjectInput } from "../checks/subject.ts";
import type { Document } from "../document/document.ts";
import { UndecidedPattern } from "../schema/pattern-watch.ts";
import type { Validators } from "../schema/run-validators.ts";
import type { Exchange, SentRequest } from "../wire/exchange.ts";
import { PlainHeaders } from "../wire/plain-headers.ts";
import { recordSends } from "../wire/record-sends.ts";
import type { OutgoingRequest, Send } from "../wire/send.ts";
import type { Caller } from "./caller.ts";

/** What every case of a run has in common. */
export interface Bench {
  readonly document: Document;
  readonly validators: Validators;
  readonly baseUrl: string;
  readonly call: Caller;
  readonly send: Send;
  /** What the credentials of requests are held against; without it, only that there are some is judged. */
  readonly authority?: Authority;
  /** How long one exchange may take, in milliseconds. */
  readonly timeout: number;
  /** Headers that the target needs to be told what to answer. */
  readonly targetHeaders?: (testCase: TestCase) => Record<string, string>;
  /** Tells a request that only lets the caller in from the one of the case: it is not judged as that. */
  readonly isLogin?: (request: SentRequest, testCase: TestCase) => boolean;
}

/** What a check said of a case. */
export interface Judged {
  readonly check: CheckName;
  readonly findings: readonly (Finding | EngineError)[];
}

/** Our own engine broke: nothing is known of the exchange. */
export interface EngineError {
  readonly verdict: "error";
  readonly expected: string;
  readonly received: string;
}

export interface CaseRun {
  readonly testCase: TestCase;
  readonly exchange: Exchange;
  readonly judged: readonly Judged[];
  /** What the checks looked at, to be judged again by another reading of the document. */
  readonly input: SubjectInput;
}

/** Hooks by which a mutant gets between the parts. */
export interface Tampering {
  readonly request?: (request: OutgoingRequest) => OutgoingRequest | Promise<OutgoingRequest>;
  readonly outcome?: (outcome: ClientOutcome | undefined) => ClientOutcome | undefined;
}

/** Asks, records, and lets every check say what it thinks. */
export async function runCase(bench: Bench, testCase: TestCase, tampering: Tampering = {}): Promise<CaseRun> {
  const headers = bench.targetHeaders?.(testCase) ?? {};
  const recorder = recordSends({ send: bench.send, timeout: bench.timeout, headers });
  const outcome = await bench.call(testCase, async (request) =>
    recorder.send((await tampering.request?.(request)) ?? request),
  );
  const own = recorder.exchanges.filter(({ request }) => !bench.isLogin?.(request, testCase));
  const exchange = own.at(-1) ?? neverSent(bench, testCase, outcome);
  const handed = tampering.outcome ? tampering.outcome(outcome) : outcome;
  const { document, validators, baseUrl, authority } = bench;
  const input = {
    document,
    validators,
    testCase,
    baseUrl,
    exchange,
    ...(authority && { authority }),
    ...(handed && { outcome: handed }),
  };
  return { testCase, exchange, judged: judge(createSubject(input)), input };
}

/** What every check that has a say makes of an exchange. */
export function judge(subject: Subject, by: Partial<typeof checks> = checks): Judged[] {
  return Object.entries(by).flatMap(([name, check]) => {
    const findings = guarded(() => check(subject));
    return findings.length > 0 ? [{ check: name as CheckName, findings }] : [];
  });
}

function guarded(check: () => Finding[]): (Finding | EngineError)[] {
  try {
    return check();
  } catch (error) {
    return [{ verdict: "error", expected: "a verdict", received: reasonOf(error as Error) }];
  }
}

function reasonOf(error: Error): string {
  // The document is at fault; where our engine was then is no help.
  return error instanceof UndecidedPattern ? error.message : String(error.stack ?? error);
}

function neverSent(
  { baseUrl }: Bench,
  { operation }: TestCase,
  outcome: ClientOutcome | undefined,
): Exchange {
  const why =
    outcome?.kind === "thrown" ? `the client threw: ${String(outcome.error)}` : "the client sent nothing";
  return {
    request: {
      method: operation.method,
      url: `${baseUrl}${operation.path}`,
      headers: new PlainHeaders(),
      body: "",
      bytes: new Uint8Array(),
      sentAt: Date.now(),
    },
    lost: { kind: "network", message: why },
  };
}
