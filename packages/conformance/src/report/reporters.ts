import type { Row } from "./row.ts";

/**
 * Writes a report as one text: the same report, the same text.
 *
 * @param width columns of the terminal that it is for, if it is for one
 */
export type Format = (rows: readonly Row[], width?: number) => string;

/** Every way to report. Each is loaded when it is asked for: most runs need one. */
export const REPORTERS = {
  pretty: async (): Promise<Format> => (await import("./format-pretty.ts")).formatPretty,
  json: async (): Promise<Format> => {
    const { formatJson } = await import("./format-json.ts");
    return (rows) => formatJson(rows.map(({ report }) => report));
  },
  junit: async (): Promise<Format> => (await import("./format-junit.ts")).formatJunit,
  github: async (): Promise<Format> => (await import("./format-github.ts")).formatGithub,
  sarif: async (): Promise<Format> => (await import("./format-sarif.ts")).formatSarif,
  markdown: async (): Promise<Format> => (await import("./format-markdown.ts")).formatMarkdown,
  html: async (): Promise<Format> => (await import("./html/format-html.ts")).formatHtml,
};

export type ReporterName = keyof typeof REPORTERS;

export const REPORTER_NAMES: readonly ReporterName[] = Object.keys(REPORTERS) as ReporterName[];
