import { createCases } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import type { Situation } from "../mutants/mutant.ts";
import type { Answer } from "./answer.ts";
import { answerMutants } from "./control/explain-preference.ts";
import { documentedAnswer } from "./documented-answers.ts";
import type { Preference } from "./prefer.ts";

/** Says of an answer that it could not be broken in the way that was asked for. */
const HEADER = "settled-mutant";

/** An answer as a service would give it that is broken in one way, if the answer can be. */
export function breakAnswer(
  document: Document,
  operation: Operation,
  answer: Answer,
  { mutant: name, ...preference }: Preference,
): Answer {
  const mutant = name === undefined ? undefined : answerMutants.get(name);
  if (!mutant) return answer;
  const broken = mutant.mutate(answer, situationOf(document, operation, answer, preference));
  return broken ?? { ...answer, headers: { ...answer.headers, [HEADER]: "not applicable" } };
}

/** The case that the answer belongs to: the one of the same code or example, else of the same status. */
function situationOf(
  document: Document,
  operation: Operation,
  answer: Answer,
  { example }: Preference,
): Situation {
  const answers = answersOf(document, operation);
  const alike = [...answers.keys()].filter(({ status }) => status === answer.status);
  const testCase = alike.find(
    (one) => example !== undefined && (one.example === example || String(one.code) === example),
  );
  const stranger: TestCase = {
    operation,
    name: String(answer.status),
    status: answer.status,
    arguments: { path: {}, query: {}, header: {}, cookie: {} },
    authenticated: operation.security.length > 0,
  };
  return { document, testCase: testCase ?? alike[0] ?? stranger, answers };
}

const known = new WeakMap<Operation, ReadonlyMap<TestCase, Answer>>();

/** All that an operation is documented to answer. */
function answersOf(document: Document, operation: Operation): ReadonlyMap<TestCase, Answer> {
  const found = known.get(operation);
  if (found) return found;
  const cases = createCases({ ...document, operations: [operation] });
  const answers = new Map(
    cases.map((testCase) => {
      const { status, code, example = code === undefined ? undefined : String(code) } = testCase;
      const preference = { status, ...(example !== undefined && { example }) };
      return [testCase, documentedAnswer(document, operation, preference, operation.method)];
    }),
  );
  known.set(operation, answers);
  return answers;
}
