import { createHash } from "node:crypto";
import type { Json } from "../document/json.ts";
import type { Redactor } from "../redaction/create-redactor.ts";
import { labelOf } from "../run/entries-of.ts";
import type { PlannedCase } from "../run/plan-cases.ts";

/** What a live run is going to ask. */
export interface NamedPlan {
  readonly cases: readonly PlannedCase[];
  /** All else that what is sent depends on, or what is said of it. */
  readonly by: Json;
}

/** A name that two runs share only if they ask the same. No secret can be told from it. */
export function namePlan({ cases, by }: NamedPlan, redactor: Redactor): string {
  const asked = cases.map(({ testCase, skip }) => ({
    ...labelOf(testCase),
    arguments: testCase.arguments as unknown as Json,
    authenticated: testCase.authenticated,
    skip: skip ?? null,
  }));
  const plan = redactor.redactJson([by, asked]);
  return createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}
