import type { Report } from "./report.ts";

/** One report as an object, several as an array of them. */
export function formatJson(reports: readonly Report[]): string {
  const [only, ...others] = reports;
  return `${JSON.stringify(others.length === 0 ? only : reports, null, 2)}\n`;
}
