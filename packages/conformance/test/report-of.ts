import type { Report } from "../src/report/report.ts";
import type { CliRun } from "./settled-cli.ts";

/** The report that a command printed as JSON. */
export function reportOf({ stdout }: Pick<CliRun, "stdout">): Report {
  return JSON.parse(stdout) as Report;
}

/** What a report says, without what is no other the next time only by chance. */
export function said({ checks, cases = [], evidence, verdicts }: Report): object {
  const told = checks.map((one) => [one.id, one.operation, one.case, one.check, one.verdict, one.expected]);
  return { verdicts, told, asked: cases.map((one) => [one.operation, one.case]), evidence };
}
