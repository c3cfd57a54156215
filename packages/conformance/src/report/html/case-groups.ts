import { caseKey } from "../case-key.ts";
import { type Report, type ReportCase, type ReportEntry, VERDICTS, type Verdict } from "../report.ts";

/** What all checks said of one case. */
export interface CaseGroup {
  /** What links lead to; unique in the page. */
  readonly id: string;
  readonly operation: string;
  readonly name: string;
  /** The documented status that the case asks for: `404`, `4XX`, `default`. */
  readonly status: string;
  readonly worst: Verdict;
  readonly entries: readonly ReportEntry[];
  readonly exchange?: ReportCase;
}

/** The cases of a report, in its order. */
export function caseGroups(report: Report, prefix: string): CaseGroup[] {
  const groups = Map.groupBy(report.checks, caseKey);
  const exchanges = new Map(report.cases?.map((one) => [caseKey(one), one]));
  return [...groups].map(([key, entries], index) => {
    const [{ operation, case: name }] = entries as [ReportEntry, ...ReportEntry[]];
    const exchange = exchanges.get(key);
    return {
      id: `${prefix}-${index + 1}`,
      operation,
      name,
      status: documentedStatus(report, operation, name),
      worst: worstOf(entries),
      entries,
      ...(exchange && { exchange }),
    };
  });
}

/** The worst of some verdicts. */
export function worstOf(entries: readonly Pick<ReportEntry, "verdict">[]): Verdict {
  return VERDICTS.findLast((verdict) => entries.some((entry) => entry.verdict === verdict)) ?? "skip";
}

// OAS 3.1.1 §4.8.16: an exact code beats a range, a range beats `default`.
function documentedStatus({ operations = [] }: Report, operation: string, name: string): string {
  const status = /^\d{3}/.exec(name)?.[0] ?? "";
  const statuses = operations.find(({ id }) => id === operation)?.statuses ?? [];
  return (
    [status, `${status[0]}XX`, "default"].find((candidate) => statuses.includes(candidate)) ??
    (status || "other")
  );
}
