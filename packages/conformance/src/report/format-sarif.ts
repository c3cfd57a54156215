import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Location, Log, ReportingDescriptor, Result } from "sarif";
import { CHECK_HELP } from "./check-help.ts";
import { identify } from "./complete-report.ts";
import { remarksOf } from "./remarks.ts";
import type { Report, ReportEntry, Verdict } from "./report.ts";
import type { Row } from "./row.ts";
import { findersOf } from "./sightings.ts";

const LEVELS: Partial<Record<Verdict, Result.level>> = {
  fail: "error",
  error: "error",
  vacuous: "warning",
  erratum: "note",
};

/**
 * SARIF 2.1.0, each result on the line of the document that was not kept. What deviates in a known way is suppressed
 * by name; what passed or was skipped is no result.
 */
export function formatSarif(rows: readonly Row[]): string {
  const rules = Object.entries(CHECK_HELP).map(([id, { title, help }]): ReportingDescriptor => {
    return {
      id,
      name: id.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()),
      shortDescription: { text: title },
      fullDescription: { text: help },
      help: { text: help },
      defaultConfiguration: { level: "error" },
    };
  });
  const remarks = rows.flatMap((row) =>
    remarksOf(row).map((remark) => ({ ...remark, provider: row.report.provider })),
  );
  const errors = remarks.flatMap(({ isError, provider, title, text }) =>
    isError ? [`${provider}: ${title}: ${text}`] : [],
  );
  const lenient = remarks.flatMap(({ isError, provider, text }) => (isError ? [] : [`${provider}: ${text}`]));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "settled", rules } },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The working directory of the run." } } },
        columnKind: "utf16CodeUnits",
        ...(errors.length > 0 && {
          invocations: [
            {
              executionSuccessful: false,
              toolExecutionNotifications: errors.map((text) => ({ level: "error", message: { text } })),
            },
          ],
        }),
        ...(lenient.length > 0 && { properties: { lenient } }),
        results: rows.flatMap(({ report }) => resultsOf(report, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf(report: Report, rules: readonly ReportingDescriptor[]): Result[] {
  const ids = identify(report);
  return report.checks.flatMap((entry, index): Result[] => {
    const level = LEVELS[entry.verdict];
    if (!level) return [];
    return [
      {
        ruleId: entry.check,
        ruleIndex: rules.findIndex(({ id }) => id === entry.check),
        kind: "fail",
        level,
        message: { text: messageOf(report, entry) },
        ...(entry.times !== undefined && { occurrenceCount: entry.times }),
        locations: [locationOf(report, entry)],
        partialFingerprints: { "settledFinding/v1": entry.id ?? ids[index] ?? "" },
        ...(entry.errata && {
          suppressions: [
            { kind: "external", status: "accepted", justification: justify(report, entry.errata) },
          ],
        }),
        properties: { verdict: entry.verdict, provider: report.provider, curl: entry.curl },
      },
    ];
  });
}

function messageOf(report: Report, entry: ReportEntry): string {
  const { operation, case: name, expected, received } = entry;
  const finders = findersOf(report, entry);
  const seen = finders === undefined ? "" : `, seen by ${finders}`;
  return `${report.provider} ${operation} ${name}: expected ${expected}, received ${received}${seen}`;
}

function justify({ errata = {} }: Report, names: readonly string[]): string {
  return names.map((name) => `${name}: ${errata[name] ?? "known to deviate"}`).join("\n");
}

function locationOf(
  { provider, document }: Report,
  { operation, case: name, at, source }: ReportEntry,
): Location {
  return {
    ...(document !== undefined && {
      physicalLocation: {
        artifactLocation: artifactOf(document),
        ...(source && { region: { startLine: source.line, startColumn: source.column } }),
      },
    }),
    logicalLocations: [
      {
        name: operation,
        kind: "function",
        fullyQualifiedName: `${provider}/${operation}/${name}${at?.slice(1) ?? ""}`,
      },
    ],
  };
}

// SARIF §3.4: a URI, relative to a base that is named, or absolute.
function artifactOf(path: string): ArtifactLocation {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}
