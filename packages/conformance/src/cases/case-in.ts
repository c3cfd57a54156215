import type { Document } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { TestCase } from "./test-case.ts";

/** The same case as another reading of the document has it: its operation, and the body that it shows. */
export function caseIn({ operations }: Document, testCase: TestCase): TestCase | undefined {
  const operation = operations.find(({ id }) => id === testCase.operation.id);
  if (!operation || operation === testCase.operation) return operation && testCase;
  const content = documentedResponse(operation, testCase.status)?.content ?? [];
  const shown = content.flatMap(({ examples }) => examples).find(({ name }) => name === testCase.example);
  const { sample: _, ...rest } = testCase;
  return { ...rest, operation, ...(shown && { sample: shown.value }) };
}
