import type { Arguments, TestCase } from "../cases/test-case.ts";
import type { Document, Operation } from "../document/document.ts";
import { tokenMembers, tokenParameters } from "../document/idempotency-tokens.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";

/**
 * The case as it is sent: with a token of its own wherever one may stand by which a service knows a repeated request, and
 * none was given. As with a client that makes one up, the case itself stays without.
 */
export function withOwnTokens(document: Document, testCase: TestCase): TestCase {
  const { operation } = testCase;
  let args: Arguments = testCase.arguments;
  for (const { in: place, name } of tokenParameters(operation)) {
    args = { ...args, [place]: withToken(args[place], name) };
  }
  const { body } = args;
  if (!body || !isObject(body.value)) return { ...testCase, arguments: args };
  const value = bodyTokens(document, operation, body.type).reduce(withToken, body.value);
  return { ...testCase, arguments: { ...args, body: { ...body, value } } };
}

function withToken(values: Readonly<Record<string, Json>>, name: string): JsonObject {
  return Object.hasOwn(values, name) ? values : { ...values, [name]: crypto.randomUUID() };
}

function bodyTokens({ root }: Document, { requestBody }: Operation, type: string): string[] {
  const media = requestBody?.content.find((one) => one.type === type);
  return media ? tokenMembers(root, media) : [];
}
