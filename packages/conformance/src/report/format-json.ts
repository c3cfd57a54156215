import type { Report } from "./report.ts";

/** One report as an object, several as an array of them. */
export function formatJson(reports: readonly Report[]): string {
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
}
