import { createCases } from "../cases/create-cases.ts";
import { isReceivable } from "../cases/is-receivable.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { CheckName } from "../checks/finding.ts";
import type { ClientOutcome } from "../checks/subject.ts";
import type { Operation } from "../document/document.ts";
import type { Mutant, Result, Situation } from "../mutants/mutant.ts";
import { mutants as corpus } from "../mutants/mutants.ts";
import { type Answer, type Responder, sendTo } from "../sandbox/answer.ts";
import { askFor } from "./ask-for.ts";
import { type Bench, type CaseRun, runCase } from "./run-case.ts";

/** What became of one mutant of one operation. */
export interface MutantRun {
  readonly operation: string;
  readonly mutant: string;
  readonly case: string;
  /** The checks that saw it; none: it survived. */
  readonly caughtBy: readonly CheckName[];
  /** The check that was meant to. */
  readonly breaks: CheckName;
}

/** How long an answer that never comes is waited for, in milliseconds. Nothing else is timed by it. */
const HANG = 5;

/**
 * Breaks the sandbox's exchanges in every way that applies, one at a time, and reports which were seen: per
 * operation, each mutant on the first case that it applies to.
 *
 * @param signal ends it after the mutant that is run
 */
export async function runMutants(
  bench: Bench,
  sandbox: Responder,
  mutants: readonly Mutant[] = corpus,
  signal?: AbortSignal,
): Promise<MutantRun[]> {
  const cases = createCases(bench.document);
  const runs: MutantRun[] = [];
  for (const operation of bench.document.operations) {
    if (signal?.aborted) break;
    const own = cases.filter((one) => one.operation === operation && isReceivable(one.status));
    const answers = await answersTo(bench, sandbox, own);
    for (const mutant of mutants) {
      if (signal?.aborted) break;
      runs.push(...(await runFirst(bench, mutant, operation, own, answers)));
    }
  }
  return runs;
}

async function runFirst(
  bench: Bench,
  mutant: Mutant,
  operation: Operation,
  cases: readonly TestCase[],
  answers: ReadonlyMap<TestCase, Answer>,
): Promise<MutantRun[]> {
  // Whether a client's mutant applies shows only when it is run: a case of each kind tells.
  const candidates = mutant.side === "answer" ? cases : oneOfEachKind(cases);
  for (const testCase of candidates) {
    const { document, authority } = bench;
    const situation = { document, testCase, answers, ...(authority && { authority }) };
    const run = await runBroken(bench, mutant, situation);
    if (!run) continue;
    const caughtBy = run.judged.filter(({ findings }) => findings.some(({ verdict }) => verdict !== "pass"));
    return [
      {
        operation: operation.id,
        mutant: mutant.name,
        case: testCase.name,
        caughtBy: caughtBy.map(({ check }) => check),
        breaks: mutant.breaks,
      },
    ];
  }
  return [];
}

/** The first case of each status, the first that asks for an error code, and one by each way to authenticate. */
function oneOfEachKind(cases: readonly TestCase[]): TestCase[] {
  const kinds = cases.map(
    ({ status, code, requirement }) => `${status} ${code !== undefined} ${requirement}`,
  );
  return cases.filter((_, index) => kinds.indexOf(kinds[index] ?? "") === index);
}

/** Runs the case with its broken twin, or gives `undefined` where the mutant does not apply. */
async function runBroken(bench: Bench, mutant: Mutant, situation: Situation): Promise<CaseRun | undefined> {
  const { testCase, answers } = situation;
  const answer = answers.get(testCase) ?? { status: 500, headers: {} };
  if (mutant.side === "answer") {
    const broken = mutant.mutate(answer, situation);
    if (!broken) return undefined;
    const timeout = broken.fault === "hang" ? HANG : bench.timeout;
    return runCase({ ...bench, timeout, send: sendTo(async () => broken) }, testCase);
  }
  const arriving = mutant.side === "result" && mutant.answer ? mutant.answer(answer, situation) : answer;
  if (!arriving) return undefined;
  const intact = { ...bench, send: sendTo(async () => arriving) };
  let applies = false;
  const run = await runCase(intact, testCase, {
    request(request) {
      const broken = mutant.side === "request" ? mutant.mutate(request, situation) : undefined;
      applies ||= broken !== undefined;
      return broken ?? request;
    },
    outcome(outcome) {
      const broken =
        mutant.side === "result" && isResult(outcome) ? mutant.mutate(outcome, situation) : undefined;
      applies ||= broken !== undefined;
      return broken ?? outcome;
    },
  });
  return applies ? run : undefined;
}

function isResult(outcome: ClientOutcome | undefined): outcome is Result {
  return outcome?.kind === "result";
}

async function answersTo(
  bench: Bench,
  sandbox: Responder,
  cases: readonly TestCase[],
): Promise<Map<TestCase, Answer>> {
  const answers = new Map<TestCase, Answer>();
  for (const testCase of cases) {
    const send = sendTo(async (request) => {
      const answer = await sandbox(request);
      answers.set(testCase, answer);
      return answer;
    });
    await runCase({ ...bench, send, targetHeaders: askFor }, testCase);
  }
  return answers;
}
