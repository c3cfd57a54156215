import { answerRules } from "./answer-rules.ts";
import { argumentRules } from "./argument-rules.ts";
import { fieldRules } from "./field-rules.ts";
import { markRules } from "./mark-rules.ts";
import { operationRules } from "./operation-rules.ts";
import { requestRules } from "./request-rules.ts";
import type { Rule, RuleRow } from "./rule.ts";
import { securityRules } from "./security-rules.ts";
import { serviceRules } from "./service-rules.ts";

/** The name of a rule: what is printed, and what a row of the tests wants. */
export type RuleName =
  | keyof typeof answerRules
  | keyof typeof argumentRules
  | keyof typeof fieldRules
  | keyof typeof markRules
  | keyof typeof operationRules
  | keyof typeof requestRules
  | keyof typeof securityRules
  | keyof typeof serviceRules;

const rows: Readonly<Record<RuleName, RuleRow>> = {
  ...answerRules,
  ...argumentRules,
  ...fieldRules,
  ...markRules,
  ...operationRules,
  ...requestRules,
  ...securityRules,
  ...serviceRules,
};

/** All rules, by name. */
export const rules: Readonly<Record<RuleName, Rule>> = Object.fromEntries(
  Object.entries(rows).map(([name, [level, breaks, felt, says, teaches]]) => [
    name,
    { level, breaks, felt, says, teaches },
  ]),
) as Record<RuleName, Rule>;
