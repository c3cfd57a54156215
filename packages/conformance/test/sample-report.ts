import type { Report, ReportCase, ReportEntry } from "../src/report/report.ts";
import type { Row } from "../src/report/row.ts";
import { tally } from "../src/report/tally.ts";

/** An entry of a report, with the members that are given. */
export function entryOf(given: Partial<ReportEntry> = {}): ReportEntry {
  return {
    check: "status-code",
    operation: "getJob",
    case: "200 succeeded",
    verdict: "pass",
    expected: "200",
    received: "200",
    curl: "curl 'http://x/jobs/1'",
    ...given,
  };
}

/** A report of some entries, with the members that are given. */
export function reportOf(checks: readonly ReportEntry[], given: Partial<Report> = {}): Report {
  return {
    provider: "acme-jobs",
    target: "http://x",
    startedAt: "2026-11-22T07:10:36.054Z",
    verdicts: tally(checks),
    checks,
    ...given,
  };
}

export function rowOf(report: Report): Row {
  return { report, operations: report.operations?.length ?? 1, cases: 1, duration: 1234 };
}

const exchange: ReportCase = {
  operation: "getJob",
  case: "404 JobNotFound",
  request: { method: "GET", url: "http://x/jobs/1?a=b", headers: [["accept", "application/json"]] },
  response: {
    status: 418,
    headers: [["content-type", "application/json"]],
    body: { text: '{"code":"Gone"}', bytes: 15 },
  },
  duration: 12,
};

/** One finding of each kind, and whatever a report can hold. */
export const SAMPLE: Report = reportOf(
  [
    entryOf(),
    entryOf({
      case: "404 JobNotFound",
      verdict: "fail",
      expected: "404",
      received: "418",
      id: "0123456789abcdef",
      source: { pointer: "#/paths/~1jobs~1{jobId}/get/responses", line: 158, column: 7 },
    }),
    entryOf({
      check: "response-schema",
      case: "404 JobNotFound",
      verdict: "fail",
      expected: "#/code member code",
      received: '{"<b>":"50%, ::x"}',
      at: "#/code",
      source: { pointer: "#/components/schemas/Error", line: 434, column: 5 },
    }),
    entryOf({
      check: "response-schema",
      case: "404 JobNotFound",
      verdict: "vacuous",
      expected: "at least half of the 4 members of the documented sample",
      received: "0 of them",
    }),
    entryOf({
      check: "response-schema",
      operation: "getHealth",
      case: "200 example",
      verdict: "erratum",
      expected: "#/version documented members only",
      received: 'version: "3.2"',
      errata: ["health-version", "health-epoch"],
    }),
    entryOf({
      operation: "getHealth",
      case: "503",
      verdict: "skip",
      expected: "503",
      received: "a live service cannot be asked for this answer",
      curl: "",
    }),
    entryOf({
      operation: "cancelJob",
      case: "204",
      verdict: "error",
      expected: "a verdict",
      received: "Error: no\n  at x",
    }),
  ],
  {
    duration: 1234,
    document: "specs/acme-jobs/openapi.yaml",
    documentation: { url: "https://docs.acme.example/jobs", description: "Acme Jobs API; read 2026-11-22" },
    operations: [
      {
        id: "getJob",
        method: "GET",
        path: "/jobs/{jobId}",
        summary: "Get one job",
        documentation: { url: "https://docs.acme.example/jobs/get" },
        statuses: ["200", "400", "404"],
        source: { pointer: "#/paths/~1jobs~1{jobId}/get", line: 140, column: 5 },
      },
      { id: "getHealth", method: "GET", path: "/health", statuses: ["200", "503"] },
      { id: "cancelJob", method: "DELETE", path: "/jobs/{jobId}", statuses: ["204", "4XX"] },
    ],
    cases: [exchange],
    errata: { "health-version": "Seen in release 3.2 on 2026-11-20." },
    evidence: {
      version: 1,
      sources: [{ kind: "live", tenant: "north" }, { kind: "sandbox" }],
      points: [
        { operation: "getJob", kind: "status", name: "200", seen: [0, 1] },
        { operation: "getJob", kind: "value", name: '200 application/json #/state "<b>"', seen: [] },
      ],
    },
    run: {
      kind: "live",
      tenant: "north",
      fingerprint: { document: "0123456789abcdef", kit: "1.0.0" },
      proved: true,
      shard: { index: 1, of: 2 },
      interrupted: true,
    },
    coverage: [
      {
        title: "Operations by error codes",
        columns: ["JobNotFound", "JobGone"],
        rows: [
          {
            name: "getJob",
            cells: [
              { seen: 1, of: 1 },
              { seen: 0, of: 2, label: "never seen" },
            ],
          },
          { name: "getHealth", cells: [null, { seen: 1, of: 2 }] },
        ],
      },
    ],
  },
);
