import type { Credentials } from "../authentication/credentials.ts";
import type { Document } from "../document/document.ts";
import { redactReport } from "../redaction/redact-report.ts";
import { createRedactorFromEnvironment, learnTokens } from "../redaction/redactor-of.ts";
import type { Output } from "./choose-outputs.ts";
import { completeReport } from "./complete-report.ts";
import type { Report } from "./report.ts";
import type { Row } from "./row.ts";

/**
 * Makes a report of a run ready to be shown: with what the document knows, where a reporter asks for it, and without
 * secrets, whoever asks.
 *
 * @param credentials those of the run, besides what the environment holds
 */
export async function finishReport(
  { report, duration }: Row,
  document: Document,
  outputs: readonly Output[],
  credentials: readonly Credentials[] = [],
): Promise<Report> {
  const timed = { ...report, duration: Math.round(duration) };
  // The table tells nothing of it, nor of what was sent and came; and a large document takes its time to be read again.
  const isTable = outputs.every(({ reporter }) => reporter === "pretty");
  const { cases, ...table } = timed;
  const whole = isTable ? table : await completeReport(timed, document);
  const redactor = createRedactorFromEnvironment(document, credentials);
  learnTokens(redactor, document, cases ?? []);
  return redactReport(whole, redactor);
}
