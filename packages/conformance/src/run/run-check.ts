import type { Document } from "../document/document.ts";
import { inOrder } from "../live/in-order.ts";
import { askFor } from "./ask-for.ts";
import type { CheckOptions, CheckResult } from "./check-options.ts";
import { type PlannedCase, planCases } from "./plan-cases.ts";
import { reportRun } from "./report-run.ts";
import type { Bench } from "./run-case.ts";
import { type Told, tellCase } from "./tell-case.ts";

/** Runs every case that the target can be asked for, in their order. */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const { document, targetKind, signal, startedAt = new Date().toISOString() } = options;
  const isLive = targetKind === "live";
  const bench: Bench = isLive ? options : { ...options, targetHeaders: askFor };
  const plan = planCases(options.asked ?? document, options);
  const told = await inOrder(plan, options.concurrency ?? 1, async ({ testCase, skip }, index) => {
    if (signal?.aborted) return undefined;
    options.onCase?.(testCase, index, plan.length);
    return tellCase(options, bench, testCase, skip);
  });
  // What a live service was being asked was let go, too.
  const isCut = signal?.aborted === true && (isLive || told.includes(undefined));
  const report = reportRun(options, inDocumentOrder(document, plan, told), { startedAt, isCut });
  const isIdle = !isCut && !asks(plan) && othersAsk(options);
  return { report, cases: plan.length, proved: report.run.proved || isIdle };
}

function asks(plan: readonly PlannedCase[]): boolean {
  return plan.some(({ skip }) => skip === undefined);
}

/** A shard that has nothing to ask is no reason to believe that nobody answers, as long as another one asks. */
function othersAsk({ shard, ...options }: CheckOptions): boolean {
  return shard !== undefined && asks(planCases(options.asked ?? options.document, options));
}

/** A live service is asked last what it must refuse; shards, merged, are the whole run only in an order that they share. */
function inDocumentOrder(
  { operations }: Document,
  plan: readonly PlannedCase[],
  told: readonly (Told | undefined)[],
): Told[] {
  const order = new Map(operations.map(({ id }, index) => [id, index]));
  const placeOf = ({ testCase }: PlannedCase) => order.get(testCase.operation.id) ?? order.size;
  const all = plan.map((planned, index) => ({ place: placeOf(planned), one: told[index] }));
  return all.sort((a, b) => a.place - b.place).flatMap(({ one }) => one ?? []);
}
