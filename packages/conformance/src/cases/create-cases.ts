import type { Document, DocumentedResponse, Example, Operation } from "../document/document.ts";
import { isSuccess } from "../document/documented-response.ts";
import { documentedValues } from "../document/documented-values.ts";
import { errorCodePlace, successCodes } from "../document/error-code-place.ts";
import type { Json } from "../document/json.ts";
import { singleSchemes } from "../document/single-schemes.ts";
import { createArguments } from "./create-arguments.ts";
import { NO_BODY, type TestCase } from "./test-case.ts";

/**
 * All cases of a document: each documented status of each operation, each example of it, each error code; and the
 * first success once more for each further way to authenticate.
 *
 * @param given values for parameters, by wire name, that beat the examples of the document
 */
export function createCases(document: Document, given: Readonly<Record<string, string>> = {}): TestCase[] {
  return document.operations.flatMap((operation) => {
    const request = {
      operation,
      arguments: createArguments(document, operation, given),
      authenticated: operation.security.length > 0,
    };
    const cases = Object.values(operation.responses).flatMap((response) =>
      situationsOf(document, response).map((situation) => ({ ...request, ...situation })),
    );
    return [...cases, ...byOtherSchemes(document, cases, operation)];
  });
}

/** The main case of an operation, by each scheme but the first, which all the others are authenticated by. */
function byOtherSchemes(document: Document, cases: readonly TestCase[], operation: Operation): TestCase[] {
  const main = mainCase(cases, operation);
  const [, ...others] = main ? singleSchemes(document, operation) : [];
  return others.flatMap((securityScheme) =>
    main ? [{ ...main, name: `${main.name} by ${securityScheme}`, securityScheme }] : [],
  );
}

type Situation = Pick<TestCase, "name" | "status" | "example" | "code" | "sample">;

function situationsOf(document: Document, response: DocumentedResponse): Situation[] {
  const status = representative(response);
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
    (code): code is string | number => isCode(code) && !success.includes(code),
  );
}

function isCode(value: Json): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** A status to ask for: the documented one, the first of its range, or 500 for `default`. */
function representative({ status }: DocumentedResponse): number {
  if (status === "default") return 500;
  return Number(status.replace("XX", "00"));
}

/** The case of an operation that shows it at work: its first success. */
export function mainCase(cases: readonly TestCase[], operation: Operation): TestCase | undefined {
  const own = cases.filter((testCase) => testCase.operation === operation);
  return own.find(({ status, code }) => isSuccess(status) && code === undefined) ?? own[0];
}
