import { formatPlan } from "../live/format-plan.ts";
import type { LivePlan } from "../live/live-plan.ts";
import { createOutputRedactor } from "../redaction/redact-output.ts";
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
  const shown = withoutSecrets(plan);
  const text = dryRun && isJson ? `${JSON.stringify(shown, null, 2)}\n` : formatPlan(shown, dryRun);
  if (dryRun) process.stdout.write(text);
  else process.stderr.write(`${text}\n`);
  if (isInsecure) process.stderr.write(INSECURE);
}

/** Of what a person gave; what is ours has none. Before it is laid out: a secret may go over the end of a line. */
function withoutSecrets(plan: LivePlan): LivePlan {
  const { redactText, redactUrl } = createOutputRedactor();
  return {
    ...plan,
    target: redactUrl(plan.target),
    hosts: plan.hosts.map(redactText),
    operations: plan.operations.map(({ asks, negatives, ...operation }) => ({
      ...operation,
      asks: redactUrl(asks),
      negatives: negatives.map(redactText),
    })),
  };
}
