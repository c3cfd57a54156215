import type { ReportEntry } from "./report.ts";

/** One text for what a report says of one case. */
export function caseKey({ operation, case: name }: Pick<ReportEntry, "operation" | "case">): string {
  return JSON.stringify([operation, name]);
}
