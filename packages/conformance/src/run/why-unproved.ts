import { explainLoss } from "../live/explain-loss.ts";
import { isSecured } from "../live/is-secured.ts";
import { isNegative } from "../live/negative-case.ts";
import { redirectOf } from "../live/redirect-of.ts";
import { NOT_AUTHORISED } from "../report/remarks.ts";
import { skipped } from "./entries-of.ts";
import type { CaseRun } from "./run-case.ts";
import type { Told } from "./tell-case.ts";

/** Why a live run proves nothing, and what is told of its cases then. */
export interface Unproved {
  /** In one line; absent: nobody can say. */
  readonly why?: string;
  /** What was a finding alone, and is the same obstacle met again, is a skip. */
  readonly told: readonly Told[];
}

/**
 * Why a live run proves nothing: nobody answered; whatever wants credentials refused them, even if the public parts
 * answered; or all that came were redirects to somewhere else.
 */
export function whyUnproved(told: readonly Told[]): Unproved {
  const asked = told.filter((one) => one.run && !isNegative(one.run.testCase));
  const answered = asked.filter(({ run }) => run?.exchange.response);
  const lost = asked.flatMap((one) => lossOf(one) ?? []);
  if (answered.length === 0 && lost[0] !== undefined) {
    return { why: explainLoss(lost[0]), told: told.map((one) => retell(one, lossOf(one), explainLoss)) };
  }
  const secured = asked.filter(({ run }) => run && isSecured(run.testCase.operation));
  const among = secured.length > 0 ? secured : asked;
  const isIn = among.some(isJudged);
  if (isIn) return { told };
  const [refusal, ...others] = among.flatMap((one) => refusalOf(one) ?? []);
  if (refusal !== undefined) {
    const again = others.filter(({ isAnswer }) => isAnswer).length;
    const more = again > 0 ? `, and to ${again} more: these credentials open none of them` : "";
    return { why: `${refusal.why}${more}`, told };
  }
  const [away] = among.flatMap(({ run }) => (run ? (awayOf(run) ?? []) : []));
  if (away === undefined) return { told };
  return {
    why: explainAway(away),
    told: told.map((one) => retell(one, one.run && awayOf(one.run), explainAway)),
  };
}

/** What the caller was refused with, and by which operation; or why it was not asked any more. */
function refusalOf({ entries, run }: Told): { readonly why: string; readonly isAnswer: boolean } | undefined {
  const found = entries.find(
    ({ verdict, received }) => verdict === "skip" && received.startsWith(NOT_AUTHORISED),
  );
  const isAnswer = run?.exchange.response !== undefined;
  const where = isAnswer ? ` to ${run.testCase.operation.id}` : "";
  return found && { why: `${found.received}${where}`, isAnswer };
}

/** Whether an answer was judged; one that does not know an id of the document's may be a refusal as well. */
function isJudged({ entries, run }: Told): boolean {
  const isAway = run !== undefined && awayOf(run) !== undefined;
  return !isAway && run?.exchange.response !== undefined && entries.some(({ verdict }) => verdict !== "skip");
}

/** What was lost on the way; not what was held back. */
function lossOf({ entries, run }: Told): string | undefined {
  const isHeld = entries.every(({ verdict }) => verdict === "skip");
  return isHeld ? undefined : run?.exchange.lost?.message;
}

function awayOf({ testCase, exchange: { response } }: CaseRun): string | undefined {
  return response && redirectOf(testCase.operation, response);
}

function explainAway(location: string): string {
  return `the wrong host, or a login page: the service leads to ${location}; give --url as the API has it`;
}

function retell(told: Told, obstacle: string | undefined, explain: (obstacle: string) => string): Told {
  const { run } = told;
  if (obstacle === undefined || !run) return told;
  return {
    ...told,
    proved: false,
    entries: [skipped(run.testCase, explain(obstacle), told.entries[0]?.curl)],
  };
}
