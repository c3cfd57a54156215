import { createAuthority } from "../authentication/authority.ts";
import { createCases } from "../cases/create-cases.ts";
import { isReceivable } from "../cases/is-receivable.ts";
import { mutants as corpus } from "../mutants/mutants.ts";
import { askFor } from "../run/ask-for.ts";
import { DEVELOPMENT_CREDENTIALS } from "../run/credentials.ts";
import { runCase } from "../run/run-case.ts";
import { type MutantRun, runMutants } from "../run/run-mutants.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { loadValidators } from "../schema/load-validators.ts";
import { EXIT } from "./exit-codes.ts";
import { findJudged, judgeableProviders, type ThroughClient } from "./find-provider.ts";
import { createCaller } from "./judge-provider.ts";

// `.invalid` never resolves (RFC 6761 §6.4): nothing of a self-test leaves the process.
const BASE_URL = "http://sandbox.invalid";

export interface SelfTestCommand extends ThroughClient {
  /** Milliseconds that one exchange may take. */
  readonly timeout: number;
}

/**
 * `settled self-test`: proves the judge. Every broken twin must be caught on every operation that it applies
 * to, and the unbroken sandbox must raise nothing.
 *
 * @returns the exit code
 */
export async function selfTest(names: readonly string[], command: SelfTestCommand): Promise<number> {
  const { timeout } = command;
  const providers = await Promise.all(
    (names.length > 0 ? names : judgeableProviders(command)).map((name) => findJudged(name, command)),
  );
  // What is broken is told before all else.
  const validators = await Promise.all(providers.map(({ document }) => loadValidators(document)));
  let clean = true;
  let broken = 0;
  console.log(`${corpus.length} mutants in the corpus\n`);
  for (const [index, provider] of providers.entries()) {
    const { document } = provider;
    const sandbox = createDocumentedAnswers(document);
    const call = await createCaller(provider, { baseUrl: BASE_URL, credentials: DEVELOPMENT_CREDENTIALS });
    const authority = createAuthority(DEVELOPMENT_CREDENTIALS);
    const send = sendTo(sandbox);
    const judging = { document, validators: validators[index]?.validators ?? new Map() };
    const bench = { ...judging, baseUrl: BASE_URL, call, send, authority, timeout };
    const alarms = await falseAlarms({ ...bench, targetHeaders: askFor });
    const runs = await runMutants(bench, sandbox);
    console.log(summarise(document.name, runs, alarms));
    broken += runs.length;
    clean &&= alarms.length === 0 && runs.every(({ caughtBy }) => caughtBy.length > 0);
  }
  if (broken === 0) console.error("nothing was proved: the document shows no answer that could be broken");
  if (!clean) return EXIT.deviates;
  return broken === 0 ? EXIT.unproved : EXIT.conforms;
}

async function falseAlarms(bench: Parameters<typeof runCase>[0]): Promise<string[]> {
  const alarms: string[] = [];
  for (const testCase of createCases(bench.document).filter(({ status }) => isReceivable(status))) {
    const { judged } = await runCase(bench, testCase);
    for (const { check, findings } of judged) {
      const raised = findings.filter(({ verdict }) => verdict !== "pass");
      for (const { expected, received } of raised) {
        alarms.push(
          `${check} ${testCase.operation.id} ${testCase.name}: expected ${expected}, received ${received}`,
        );
      }
    }
  }
  return alarms;
}

function summarise(provider: string, runs: readonly MutantRun[], alarms: readonly string[]): string {
  const lines = [...Map.groupBy(runs, ({ operation }) => operation)].map(([operation, own]) => {
    const caught = own.filter(({ caughtBy }) => caughtBy.length > 0).length;
    return `${provider} ${operation}: ${caught} of ${own.length} mutants caught`;
  });
  const survivors = runs.filter(({ caughtBy }) => caughtBy.length === 0);
  return [
    ...lines,
    ...survivors.map(({ mutant, operation, case: name }) => `  survived: ${mutant} (${operation} ${name})`),
    ...alarms.map((alarm) => `  false alarm: ${alarm}`),
    ...(alarms.length === 0 ? [`  no false alarm`] : []),
  ].join("\n");
}
