import { createAuthority } from "../authentication/authority.ts";
import { createCases, mainCase } from "../cases/create-cases.ts";
import { isReceivable } from "../cases/is-receivable.ts";
import type { TestCase } from "../cases/test-case.ts";
import { checkAuthentication } from "../checks/check-authentication.ts";
import { checkRequest } from "../checks/check-request.ts";
import { createSubject } from "../checks/subject.ts";
import type { Document, Operation } from "../document/document.ts";
import { sendTo } from "../sandbox/answer.ts";
import { createDocumentedAnswers } from "../sandbox/documented-answers.ts";
import { listSchemas } from "../schema/list-schemas.ts";
import type { SoundValidators } from "../schema/sound-validators.ts";
import { asSent } from "../wire/send.ts";
import { askFor } from "./ask-for.ts";
import { createDirectCaller, prepareRequest } from "./caller.ts";
import { DEVELOPMENT_CREDENTIALS } from "./credentials.ts";
import { findTwins } from "./find-twins.ts";
import { type Bench, type Judged, judge, runCase } from "./run-case.ts";
import { takenForAnother } from "./taken-for-another.ts";
import { unaskable } from "./unaskable.ts";

/** Why an operation of a document cannot be judged, by its id. */
export type Obstacles = ReadonlyMap<string, string>;

/** Which of a document's samples must be right. */
export interface Samples {
  /** Whether those of answers count, too: the sandbox gives them, and a live service its own. */
  readonly answers: boolean;
  /** Values for parameters, by wire name, in place of the document's. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What the judge sends, and answers for. */
const OF_REQUESTS = { request: checkRequest, authentication: checkAuthentication };

// `.invalid` never resolves (RFC 6761 §6.4): nothing of this leaves the process.
const TARGET = { baseUrl: "http://sandbox.invalid", credentials: DEVELOPMENT_CREDENTIALS };

/**
 * The operations of a document that the judge can say nothing of, and why: no answer is documented, a schema cannot be
 * compiled, no request can be made, or the document's own samples are not what it documents. A finding about these would
 * be one about the document, or about the judge, and none about a service.
 */
export async function findObstacles(
  document: Document,
  { validators, failures }: SoundValidators,
  samples: Samples,
): Promise<Obstacles> {
  const obstacles = new Map<string, string>();
  const twins = findTwins(document);
  for (const operation of document.operations) {
    const alone = { ...document, operations: [operation] };
    const reason =
      Object.keys(operation.responses).length === 0
        ? "the document shows no answer of it"
        : (confused(twins.get(operation)) ??
          unaskable(document, operation) ??
          uncompiled(alone, failures) ??
          (await contradiction(alone, operation, validators, samples)) ??
          (await takenForAnother(document, casesOf(alone, operation, samples)[0])));
    if (reason !== undefined) obstacles.set(operation.id, reason);
  }
  return obstacles;
}

/** The document without what cannot be judged. */
export function withoutObstacles(document: Document, obstacles: Obstacles | undefined): Document {
  if (!obstacles || obstacles.size === 0) return document;
  return { ...document, operations: document.operations.filter(({ id }) => !obstacles.has(id)) };
}

function confused(twin: Operation | undefined): string | undefined {
  return twin && `no request tells it from ${twin.id}: ${twin.method} ${twin.path} is the same path`;
}

function uncompiled(alone: Document, failures: SoundValidators["failures"]): string | undefined {
  if (failures.size === 0) return undefined;
  const pointer = listSchemas(alone).find((one) => failures.has(one));
  return pointer && `${failures.get(pointer)}, at ${pointer}`;
}

/** What the judge finds wrong with an exchange that is made of the document on both sides. */
async function contradiction(
  alone: Document,
  operation: Operation,
  validators: SoundValidators["validators"],
  samples: Samples,
): Promise<string | undefined> {
  const bench: Bench = {
    document: alone,
    validators,
    baseUrl: TARGET.baseUrl,
    call: createDirectCaller(alone, TARGET),
    send: sendTo(createDocumentedAnswers(alone)),
    authority: createAuthority(DEVELOPMENT_CREDENTIALS),
    timeout: 10_000,
    targetHeaders: askFor,
  };
  try {
    for (const testCase of casesOf(alone, operation, samples)) {
      const judged = samples.answers
        ? (await runCase(bench, testCase)).judged
        : await judgeRequest(bench, testCase);
      const found = wrongIn(judged, samples);
      if (found !== undefined) return found;
    }
    return undefined;
  } catch (error) {
    return `no request can be made of what the document shows: ${(error as Error).message.split("\n")[0]}`;
  }
}

/** What is found wrong with the request of a case alone. A live run waits for this: no answer is made, nor read. */
async function judgeRequest(bench: Bench, testCase: TestCase): Promise<Judged[]> {
  const request = asSent(await prepareRequest(bench.document, testCase, TARGET));
  return judge(createSubject({ ...bench, testCase, exchange: { request } }), OF_REQUESTS);
}

function casesOf(alone: Document, operation: Operation, { answers, parameters }: Samples): TestCase[] {
  const cases = createCases(alone, parameters, answers ? "all" : "required");
  const main = mainCase(cases, operation);
  const asked = answers ? cases : main ? [main] : [];
  return asked.filter(({ status }) => isReceivable(status));
}

function wrongIn(judged: readonly Judged[], { answers }: Samples): string | undefined {
  for (const { check, findings } of judged) {
    const isOfRequest = check in OF_REQUESTS;
    const isAsked = answers || isOfRequest;
    const wrong = isAsked ? findings.find(({ verdict }) => verdict !== "pass") : undefined;
    if (!wrong) continue;
    const place = "at" in wrong && wrong.at !== undefined ? `${wrong.at} ` : "";
    const whose = isOfRequest ? "request" : "answer";
    const what = `the document contradicts itself, or no sample of its ${whose} can be made`;
    const help = / parameter /.test(wrong.expected) ? "; give yours with --param name=value" : "";
    return `${what}: expected ${place}${wrong.expected}, made ${wrong.received}${help}`;
  }
  return undefined;
}
