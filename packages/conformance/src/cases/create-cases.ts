import { formatRequirement, readableRequirements } from "../document/carriable-requirements.ts";
import type { Document, DocumentedResponse, Example, Operation } from "../document/document.ts";
import { documentedResponse, isSuccess } from "../document/documented-response.ts";
import { documentedValues } from "../document/documented-values.ts";
import { errorCodePlace, isErrorCode, successCodes } from "../document/error-code-place.ts";
import { createArguments, type Examples } from "./create-arguments.ts";
import { NO_BODY, type TestCase } from "./test-case.ts";

/**
 * All cases of a document: each documented status of each operation, each example of it, each error code; and the
 * first success once more for each further way to authenticate.
 *
 * @param given values for parameters, by wire name, that beat the examples of the document
 * @param examples which of those that the document shows are asked with; `required`: those of what must be given
 */
export function createCases(
  document: Document,
  given: Readonly<Record<string, string>> = {},
  examples: Examples = "all",
): TestCase[] {
  return document.operations.flatMap((operation) => {
    const request = {
      operation,
      arguments: createArguments(document, operation, given, examples),
      authenticated: operation.security.length > 0,
    };
    const cases = Object.values(operation.responses).flatMap((response) =>
      situationsOf(document, operation, response).map((situation) => ({ ...request, ...situation })),
    );
    return [...cases, ...byOtherWays(document, cases, operation)];
  });
}

/** The main case of an operation, by each way to authenticate but the first, which all the others are sent by. */
function byOtherWays(document: Document, cases: readonly TestCase[], operation: Operation): TestCase[] {
  const main = mainCase(cases, operation);
  const [, ...others] = main ? readableRequirements(document, operation) : [];
  return others.flatMap((requirement) =>
    main ? [{ ...main, name: `${main.name} by ${formatRequirement(requirement)}`, requirement }] : [],
  );
}

type Situation = Pick<TestCase, "name" | "status" | "example" | "code" | "sample">;

function situationsOf(document: Document, operation: Operation, response: DocumentedResponse): Situation[] {
  const status = representative(operation, response);
  const examples = response.content.flatMap((media) => media.examples);
  const codes = errorCodes(document, response);
  const shown = examples.filter(({ name }) => !codes.some((code) => String(code) === name));
  const situations: Omit<Situation, "status">[] = [
    ...shown.map((example) => ({ name: `${status} ${example.name}`, ...fromExample(example) })),
    ...codes.map((code) => ({ name: `${status} ${code}`, code, ...fromExample(exampleOf(examples, code)) })),
  ];
  if (situations.length === 0) situations.push({ name: String(status) });
  if (response.bodyOptional) situations.push({ name: `${status} ${NO_BODY}`, example: NO_BODY });
  return situations.map((situation) => ({ status, ...situation }));
}

function fromExample(example: Example | undefined): Pick<Situation, "example" | "sample"> {
  return example ? { example: example.name, sample: example.value } : {};
}

function exampleOf(examples: readonly Example[], code: string | number): Example | undefined {
  return examples.find(({ name }) => name === String(code));
}

/** The documented codes that say that something went wrong. */
function errorCodes({ root }: Document, { content }: DocumentedResponse): (string | number)[] {
  const schema = content[0]?.schema;
  const place = errorCodePlace(root, schema);
  if (!place) return [];
  const success = successCodes(place.mark) ?? [];
  return documentedValues(root, place.schema).values.filter(
    (code): code is string | number => isErrorCode(code) && !success.includes(code),
  );
}

/** A status to ask for: the documented one, the first of its range, or for `default` a 5XX that nothing else stands for. */
function representative(operation: Operation, { status }: DocumentedResponse): number {
  if (status !== "default") return Number(status.replace("XX", "00"));
  return FOR_DEFAULT.find((one) => isDefault(operation, one)) ?? 500;
}

const FOR_DEFAULT = [500, 503, 502, 504, 400];

/** Whether a status is documented by `default` alone. */
export function isDefault(operation: Operation, status: number): boolean {
  return documentedResponse(operation, status)?.status === "default";
}

/** The case of an operation that shows it at work: its first success, or else what stands for all that is not said. */
export function mainCase(cases: readonly TestCase[], operation: Operation): TestCase | undefined {
  const own = cases.filter((testCase) => testCase.operation === operation);
  const plain = own.filter(({ code }) => code === undefined);
  const success = plain.find(({ status }) => isSuccess(status));
  return success ?? plain.find(({ status }) => isDefault(operation, status)) ?? own[0];
}
