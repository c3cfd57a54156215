import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import type { Answer } from "../sandbox/answer.ts";
import type { AnswerMutant, Situation } from "./mutant.ts";

/** Answers whose status is not the one that was asked for. */
export const statusMutants: readonly AnswerMutant[] = [
  withStatus("status-teapot", 418),
  withStatus("status-too-many-requests", 429),
  withStatus("status-bad-gateway", 502),
  withStatus("status-created", 201),
  withStatus("status-accepted", 202),
  withStatus("status-partial", 206),
  {
    side: "answer",
    name: "status-no-content",
    breaks: "status-code",
    mutate: (_, { testCase }) => (undocumented(testCase, 204) ? { status: 204, headers: {} } : undefined),
  },
  {
    side: "answer",
    name: "status-not-modified",
    breaks: "status-code",
    mutate: (_, { testCase }) => (undocumented(testCase, 304) ? { status: 304, headers: {} } : undefined),
  },
  {
    side: "answer",
    name: "status-redirect-to-login",
    breaks: "status-code",
    mutate: (_, { testCase }) =>
      undocumented(testCase, 302)
        ? { status: 302, headers: { location: "https://login.invalid/" } }
        : undefined,
  },
  {
    side: "answer",
    name: "status-error-for-success",
    breaks: "status-code",
    mutate: (answer, situation) => (isSuccess(answer.status) ? otherAnswer(situation, false) : undefined),
  },
  {
    side: "answer",
    name: "status-success-for-error",
    breaks: "status-code",
    mutate: (answer, situation) => (isSuccess(answer.status) ? undefined : otherAnswer(situation, true)),
  },
  {
    side: "answer",
    name: "status-other-error",
    breaks: "status-code",
    mutate: (answer, situation) => (isSuccess(answer.status) ? undefined : otherAnswer(situation, false)),
  },
];

function withStatus(name: string, status: number): AnswerMutant {
  return {
    side: "answer",
    name,
    breaks: "status-code",
    mutate: (answer, { testCase }) => (undocumented(testCase, status) ? { ...answer, status } : undefined),
  };
}

function undocumented({ operation }: Situation["testCase"], status: number): boolean {
  return documentedResponse(operation, status) === undefined;
}

function otherAnswer({ testCase, answers }: Situation, success: boolean): Answer | undefined {
  return [...answers.values()].find(
    (answer) => answer.status !== testCase.status && isSuccess(answer.status) === success,
  );
}
