import { formatPlan } from "../live/format-plan.ts";
import type { LivePlan } from "../live/live-plan.ts";
import { redactOutput } from "../redaction/redact-output.ts";
import type { CheckCommand } from "./check.ts";

/** What is said, at each run, of `--insecure`. */
export const INSECURE: string = `WARNING: --insecure takes any certificate. Whoever is between here and the service can read
the credentials of this run, and make up its answers: what it shows proves nothing.
`;

/** A plan stands where no report goes, unless it is all that was asked for. */
export function showPlan(
  plan: LivePlan,
  isInsecure: boolean,
  { dryRun, reporter }: Pick<CheckCommand, "dryRun" | "reporter">,
): void {
  const isJson = reporter?.some((output) => output.reporter === "json") === true;
  const text = redactOutput(
    dryRun && isJson ? `${JSON.stringify(plan, null, 2)}\n` : formatPlan(plan, dryRun),
  );
  if (dryRun) process.stdout.write(text);
  else process.stderr.write(`${text}\n`);
  if (isInsecure) process.stderr.write(INSECURE);
}
