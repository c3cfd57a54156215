import type { LivePlan, PlannedOperation } from "./live-plan.ts";

const WIDTH = 80;

/** A plan for a terminal of 80 columns. */
export function formatPlan(plan: LivePlan): string {
  const { provider, target, hosts, credentials, limits, requests, operations, heldBack, lifecycle, resumed } =
    plan;
  const { budget, rate, concurrency, retries } = limits;
  const left = Math.max(0, budget - (resumed?.sent ?? 0));
  const over = requests > left ? `; the last ${requests - left} are not sent` : "";
  const spent = resumed ? `, of which ${resumed.sent} are spent` : "";
  const seconds = Math.ceil(Math.min(requests, left) / rate);
  return [
    `Plan for ${provider} at ${target}`,
    ...row("hosts", hosts.join(", ")),
    ...row("credentials", credentials),
    ...row("requests", `${requests} of a budget of ${budget}${spent}${over}`),
    ...(resumed ? row("resumed", `${resumed.cases} cases are known, and not asked again`) : []),
    ...row("besides", `logins, and up to ${retries} retries of a read, within the budget`),
    ...row("rate", `${rate} a second, ${concurrency} at a time: about ${seconds} s`),
    "",
    ...operations.flatMap(formatOperation),
    ...(lifecycle ? ["", ...row("lifecycle", lifecycle.join(" → "))] : []),
    ...(heldBack.length > 0
      ? ["", ...row("held back", `${heldBack.join(", ")} (no reads; --allow-writes)`)]
      : []),
    "",
  ].join("\n");
}

function formatOperation({ operation, method, isRead, requests, negatives }: PlannedOperation): string[] {
  const wrong = negatives.length > 0 ? `, ${negatives.length} of them wrong on purpose` : "";
  const write = isRead ? "" : "  WRITES";
  const count = `${requests} request${requests === 1 ? "" : "s"}${wrong}`;
  return wrap(`  ${method.padEnd(6)} ${operation}${write}  ${count}`, " ".repeat(9));
}

function row(title: string, text: string): string[] {
  return wrap(`  ${title.padEnd(11)}  ${text}`, " ".repeat(15));
}

/** As many words on a line as there is room for. */
function wrap(text: string, indent: string): string[] {
  if (text.length <= WIDTH) return [text];
  const at = text.lastIndexOf(" ", WIDTH);
  // A word that is longer than a line cannot be helped.
  if (at <= indent.length) return [text];
  return [text.slice(0, at).trimEnd(), ...wrap(`${indent}${text.slice(at + 1).trimStart()}`, indent)];
}
