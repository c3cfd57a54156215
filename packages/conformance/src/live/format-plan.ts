import { wrapLine } from "../wrap-line.ts";
import type { LivePlan, PlannedOperation } from "./live-plan.ts";

const WIDTH = 80;

/** How many names are told of those that are not sent; JSON has all of them. */
const TOLD = 4;

/**
 * A plan for a terminal of 80 columns.
 *
 * @param isDry whether it is all that was asked for: then it also tells what each operation is asked for
 */
export function formatPlan(plan: LivePlan, isDry = false): string {
  const { provider, target, hosts, credentials, limits, requests, operations, lifecycle, resumed } = plan;
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
    ...operations.flatMap((operation) => formatOperation(operation, isDry)),
    ...(lifecycle ? ["", ...row("lifecycle", lifecycle.join(" → "))] : []),
    ...formatHeldBack(plan),
    "",
  ].join("\n");
}

/** A line for each reason. */
function formatHeldBack({ heldBack, logins }: LivePlan): string[] {
  const writes = heldBack.filter((name) => !logins.includes(name));
  const idle = heldBack.filter((name) => logins.includes(name));
  const lines = [
    ...(writes.length > 0
      ? row("held back", `${few(writes)}: no reads; --allow-writes <name> sends one`)
      : []),
    ...(idle.length > 0 ? row("held back", `${few(idle)}: only a client that logs in sends them`) : []),
  ];
  return lines.length > 0 ? ["", ...lines] : [];
}

function few(names: readonly string[]): string {
  const told = names.slice(0, TOLD).join(", ");
  return names.length > TOLD ? `${told} and ${names.length - TOLD} more` : told;
}

function formatOperation(
  { operation, method, asks, isRead, requests, negatives }: PlannedOperation,
  isDry: boolean,
): string[] {
  const wrong = negatives.length > 0 ? `, ${negatives.length} of them wrong on purpose` : "";
  const write = isRead ? "" : "  WRITES";
  const count = `${requests} request${requests === 1 ? "" : "s"}${wrong}`;
  const indent = " ".repeat(9);
  const line = wrapLine(`  ${method.padEnd(6)} ${operation}${write}  ${count}`, indent, WIDTH);
  return isDry ? [...line, ...cut(`${indent}${asks}`, indent)] : line;
}

function row(title: string, text: string): string[] {
  return wrapLine(`  ${title.padEnd(11)}  ${text}`, " ".repeat(15), WIDTH);
}

/** A path has no words. */
function cut(text: string, indent: string): string[] {
  if (text.length <= WIDTH) return [text];
  return [text.slice(0, WIDTH), ...cut(`${indent}${text.slice(WIDTH)}`, indent)];
}
