import { coverageMaps } from "../evidence/coverage-maps.ts";
import { createCoverage } from "../evidence/create-coverage.ts";
import { fingerprintOf } from "../evidence/fingerprint.ts";
import { describeExchange } from "../report/describe-exchange.ts";
import { NOT_AUTHORISED } from "../report/remarks.ts";
import type { Report, ReportCase, RunFacts } from "../report/report.ts";
import { tally } from "../report/tally.ts";
import type { CheckOptions } from "./check-options.ts";
import { labelOf } from "./entries-of.ts";
import type { Told } from "./tell-case.ts";
import { whyUnproved } from "./why-unproved.ts";

/** When a run began, and whether it was left before its end. */
export interface RunSpan {
  readonly startedAt: string;
  readonly isCut: boolean;
}

/** The report of a run: what is told of its cases, in their order, and what they show of what is documented. */
export function reportRun(
  options: Omit<CheckOptions, "call" | "fetch">,
  cases: readonly Told[],
  { startedAt, isCut }: RunSpan,
): Report & { readonly run: RunFacts } {
  const { document, baseUrl, targetKind, shard, tenant, strangers } = options;
  const source = { kind: targetKind, ...(tenant !== undefined && { tenant }) };
  const coverage = createCoverage(document, source);
  const { told, why } = targetKind === "live" ? whyUnproved(cases) : { told: cases };
  const by = options.by === undefined ? "" : `; asked by ${options.by}`;
  for (const { entries, run, duration } of told) {
    if (run) coverage.observe(run.exchange, run.testCase.operation);
    options.onRun?.(entries, run, duration);
  }
  const checks = told.flatMap(({ entries }) => entries);
  const evidence = coverage.toEvidence();
  return {
    provider: document.name,
    target: baseUrl,
    startedAt,
    verdicts: tally(checks),
    checks,
    cases: told.flatMap(exchangeOf),
    coverage: coverageMaps(evidence),
    evidence,
    run: {
      ...source,
      fingerprint: fingerprintOf(document),
      proved: why === undefined && told.some(({ proved }) => proved),
      ...(why !== undefined && { unproved: why.startsWith(NOT_AUTHORISED) ? `${why}${by}` : why }),
      ...(shard && { shard }),
      ...(isCut && { interrupted: true }),
      ...(strangers === "admitted" && { unknownMembers: strangers }),
    },
  };
}

function exchangeOf({ run, duration, shown }: Told): ReportCase[] {
  if (shown) return [shown];
  if (!run) return [];
  const timed = duration === undefined ? {} : { duration };
  return [{ ...labelOf(run.testCase), ...describeExchange(run.exchange), ...timed }];
}
