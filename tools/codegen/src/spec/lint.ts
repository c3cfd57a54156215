import { BadInput, formatBadInput, formatReport, lintSpecs } from "spec-lint";

/** Judges specs before anything is made of them. */
export type Lint = (providers: readonly string[]) => Promise<string | undefined>;

/** The linter of a folder of specs: what it reports, or `undefined` if it finds nothing. */
export function createLint(specs: string): Lint {
  return async (providers) => {
    try {
      const report = await lintSpecs(specs, providers);
      if (report.findings.length + report.broken.length === 0) return undefined;
      return [...report.broken.map(formatBadInput), formatReport(report, (_, text) => text)].join("\n\n");
    } catch (error) {
      if (error instanceof BadInput) return formatBadInput(error);
      throw error;
    }
  };
}
