import { documentedResponse } from "../document/documented-response.ts";
import { findMarked } from "../document/find-marked.ts";
import type { AnswerMutant, Situation } from "./mutant.ts";

/** Answers whose documented headers are missing or wrong. */
export const headerMutants: readonly AnswerMutant[] = [
  {
    side: "answer",
    name: "header-required-gone",
    breaks: "response-headers",
    mutate(answer, situation) {
      const header = documentedHeaders(situation).find(({ required }) => required);
      if (!header) return undefined;
      return {
        ...answer,
        headers: Object.fromEntries(Object.entries(answer.headers).filter(([n]) => n !== header.name)),
      };
    },
  },
  {
    side: "answer",
    name: "header-wrong-value",
    breaks: "response-headers",
    mutate(answer, situation) {
      const header = documentedHeaders(situation).find(
        ({ schema }) => schema !== undefined && isNumeric(situation, schema),
      );
      return header && { ...answer, headers: { ...answer.headers, [header.name]: "not a number" } };
    },
  },
  {
    side: "answer",
    name: "header-no-coding",
    breaks: "response-headers",
    mutate: (answer) =>
      answer.body ? { ...answer, headers: { ...answer.headers, "content-encoding": "utf-8" } } : undefined,
  },
];

function documentedHeaders({ testCase }: Situation) {
  return documentedResponse(testCase.operation, testCase.status)?.headers ?? [];
}

function isNumeric({ document }: Situation, schema: string): boolean {
  const [place] = findMarked(document.root, schema, "type");
  return place?.mark === "integer" || place?.mark === "number";
}
