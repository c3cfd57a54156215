import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import { tokenMembers, tokenParameters } from "../document/idempotency-tokens.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";

/**
 * The case without the token that the document shows: by it, a service would take the second run for a repetition of the
 * first, and answer with what was started then.
 *
 * @param given values for parameters, by wire name: who gives a token means it
 */
export function withoutTokens(
  document: Document,
  testCase: TestCase,
  given: Readonly<Record<string, string>> = {},
): TestCase {
  return change(document, testCase, (values, name) => {
    if (Object.hasOwn(given, name)) return values;
    const { [name]: _, ...others } = values;
    return others;
  });
}

/** The case as it is sent: with a token of its own wherever one may stand and none was given. */
export function withOwnTokens(document: Document, testCase: TestCase): TestCase {
  return change(document, testCase, (values, name) =>
    Object.hasOwn(values, name) ? values : { ...values, [name]: crypto.randomUUID() },
  );
}

type Values = Readonly<Record<string, Json>>;

function change(
  document: Document,
  testCase: TestCase,
  one: (values: Values, name: string) => Values,
): TestCase {
  const { operation } = testCase;
  let args: Arguments = testCase.arguments;
  for (const { in: place, name } of tokenParameters(operation)) {
    args = { ...args, [place]: one(args[place], name) };
  }
  const { body } = args;
  if (!body || !isObject(body.value)) return { ...testCase, arguments: args };
  let value: Values = body.value;
  for (const name of bodyTokens(document, operation, body.type)) value = one(value, name);
  return { ...testCase, arguments: { ...args, body: { ...body, value: value as JsonObject } } };
}

function bodyTokens({ root }: Document, { requestBody }: Operation, type: string): string[] {
  const media = requestBody?.content.find((one) => one.type === type);
  return media ? tokenMembers(root, media) : [];
}
