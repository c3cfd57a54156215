import type { TestCase } from "../cases/test-case.ts";
import type { Document } from "../document/document.ts";
import { isObject, type Json, type JsonObject } from "../document/json.ts";
import { valueAt } from "../document/pointer.ts";

/**
 * The calling convention of the clients: parameters lie flat, by wire name; so do the members of a body that
 * documents them, unless one bears a parameter's name; any other body lies under `body`.
 */
export function flatArguments(
  document: Document,
  { operation, arguments: given }: Pick<TestCase, "operation" | "arguments">,
): Record<string, Json> {
  const parameters = { ...given.path, ...given.query, ...given.header, ...given.cookie };
  if (!given.body) return parameters;
  const names = operation.parameters.map(({ name }) => name);
  const members = bodyMembers(document.root, operation.requestBody?.content[0]?.schema);
  const flat = members && isObject(given.body.value) && !members.some((member) => names.includes(member));
  return { ...parameters, ...(flat ? (given.body.value as JsonObject) : { body: given.body.value }) };
}

function bodyMembers(root: JsonObject, schema: string | undefined): string[] | undefined {
  const target = schema === undefined ? undefined : valueAt(root, schema);
  if (!isObject(target)) return undefined;
  if (typeof target.$ref === "string") return bodyMembers(root, target.$ref);
  const isPlain = ["allOf", "anyOf", "oneOf"].every((keyword) => target[keyword] === undefined);
  const isClosed = !isObject(target.additionalProperties);
  return isPlain && isClosed && isObject(target.properties) ? Object.keys(target.properties) : undefined;
}
