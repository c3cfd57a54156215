import type { ReportEntry } from "../report/report.ts";

/** However many different paths there are: what a report cannot show, it counts. */
const MOST_PATHS = 200;

/** What passed and was not judged, counted by the reason, and by the path where no operation has it. */
export interface Apart {
  addReason(reason: string): void;
  addPath(path: string): void;
  entries(): ReportEntry[];
}

/** @param strict whether what the document knows nothing of is a failure */
export function createApart(strict: boolean): Apart {
  const reasons = new Map<string, number>();
  const paths = new Map<string, number>();
  return {
    addReason: (reason) => count(reasons, reason),
    addPath(path) {
      const isTooMuch = !paths.has(path) && paths.size >= MOST_PATHS;
      count(paths, isTooMuch ? "others" : path);
    },
    entries: () => [
      ...[...paths].map(([path, times], index) => undocumented(path, times, index, strict)),
      ...[...reasons].map(([reason, times]) => unjudged(reason, times)),
    ],
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function undocumented(path: string, times: number, index: number, strict: boolean): ReportEntry {
  return {
    check: "request",
    operation: "undocumented",
    case: `path ${index + 1}`,
    verdict: strict ? "fail" : "skip",
    expected: "a documented operation",
    received: `no documented operation: ${path}${often(times)}`,
    curl: "",
    ...(times > 1 && { times }),
  };
}

function unjudged(reason: string, times: number): ReportEntry {
  return {
    check: "request",
    operation: "unjudged",
    case: reason,
    verdict: "skip",
    expected: "an exchange with the service",
    received: `${reason}${often(times)}`,
    curl: "",
    ...(times > 1 && { times }),
  };
}

function often(times: number): string {
  return times === 1 ? "" : `, ${times} times`;
}
