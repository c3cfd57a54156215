import type { Document, Operation } from "../document/document.ts";
import { documentedResponse } from "../document/documented-response.ts";
import type { TestCase } from "./test-case.ts";

/** The same case as another reading of the document has it: its operation, and the body that it shows. */
export function caseIn(document: Document, testCase: TestCase): TestCase | undefined {
  const operation = operationsOf(document).get(testCase.operation.id);
  if (!operation || operation === testCase.operation) return operation && testCase;
  const content = documentedResponse(operation, testCase.status)?.content ?? [];
  const shown = content.flatMap(({ examples }) => examples).find(({ name }) => name === testCase.example);
  const { sample: _, ...rest } = testCase;
  return { ...rest, operation, ...(shown && { sample: shown.value }) };
}

const remembered = new WeakMap<Document, ReadonlyMap<string, Operation>>();

/** By their id; of two that share one, the first. */
function operationsOf(document: Document): ReadonlyMap<string, Operation> {
  const known =
    remembered.get(document) ?? new Map(document.operations.toReversed().map((one) => [one.id, one]));
  remembered.set(document, known);
  return known;
}
