import type { HttpHandler } from "msw";
import { createCases } from "../cases/create-cases.ts";
import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { documentedAnswer } from "../sandbox/documented-answers.ts";
import { TeachingError } from "../teaching-error.ts";
import { createHandlers } from "./create-handlers.ts";

/** What is documented, by operation and status: the shape of the mocks of a client's `./testing`. */
export type AnyMocks = Record<
  string,
  { readonly answers: Readonly<Record<number | string, { readonly name: string | number }>> }
>;

/** What a mock has, whatever else it has. */
interface SomeAnswers {
  readonly answers: object;
}

type Statuses<Mock> = Mock extends SomeAnswers ? keyof Mock["answers"] : never;

type Names<Mock, Status> = Mock extends SomeAnswers
  ? Status extends keyof Mock["answers"]
    ? Mock["answers"][Status] extends { readonly name: infer Name }
      ? Name
      : never
    : never
  : never;

/**
 * An MSW handler that gives one documented answer, whatever it is asked for.
 *
 * @throws TeachingError when the document has no such operation, status, or name.
 */
export type AnswerFor<Mocks> = <Id extends keyof Mocks, Status extends Statuses<Mocks[Id]>>(
  operation: Id,
  status: Status,
  name?: Names<Mocks[Id], Status>,
) => HttpHandler;

/**
 * MSW handlers for every documented answer of a document: by operation, status, and the name of an example or an error
 * code. Where the document is a file, its names are known to the compiler by the mocks of the generated client.
 *
 * @example
 * import type { AcmeJobsMocks } from "@settled/acme-jobs-client/testing";
 * const answer = createAnswers<AcmeJobsMocks>(await loadDocument("openapi.yaml"));
 * server.use(answer("getJob", 404, "JobNotFound"));
 */
export function createAnswers<Mocks = AnyMocks>(
  document: Document,
  { baseUrl }: { readonly baseUrl?: string } = {},
): AnswerFor<Mocks> {
  const cases = createCases(document);
  return (id, status, name) => {
    const testCase = findCase(document, cases, String(id), Number(status), name);
    const { operation, example, code } = testCase;
    const wanted = name === undefined ? (example ?? code) : name;
    const preference = { status: testCase.status, ...(wanted !== undefined && { example: String(wanted) }) };
    const [handler] = createHandlers(document, {
      operations: [operation.id],
      respond: async ({ method }) => documentedAnswer(document, operation, preference, method),
      ...(baseUrl !== undefined && { baseUrl }),
    });
    return handler as HttpHandler;
  };
}

function findCase(
  { name: provider, operations }: Document,
  cases: readonly TestCase[],
  id: string,
  status: number,
  name: unknown,
): TestCase {
  const own = cases.filter(({ operation }) => operation.id === id);
  if (own.length === 0)
    throw unknown(
      `${provider} has no operation ${id}`,
      operations.map((one) => one.id),
    );
  const ofStatus = own.filter((one) => one.status === status);
  if (ofStatus.length === 0) {
    throw unknown(
      `${id} documents no ${status}`,
      own.map((one) => String(one.status)),
    );
  }
  const names = ofStatus.map(({ example, code }) => String(example ?? code ?? ""));
  const found = name === undefined ? ofStatus[0] : ofStatus[names.indexOf(String(name))];
  if (found) return found;
  throw unknown(
    `${id} ${status} documents no ${String(name)}`,
    names.filter((one) => one !== ""),
  );
}

function unknown(what: string, known: readonly string[]): TeachingError {
  const expected = known.length > 0 ? `one of ${[...new Set(known)].join(", ")}` : "no name";
  return new TeachingError({ what, expected, example: 'answer("getJob", 404, "JobNotFound")' });
}
