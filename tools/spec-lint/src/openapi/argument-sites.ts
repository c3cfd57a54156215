import { isObject, type JsonObject } from "../json.ts";
import type { Path } from "../json-pointer.ts";
import { type Operation, parametersOf } from "./operations-of.ts";
import { resolveReference } from "./resolve-reference.ts";

/** An argument of an operation's method. */
export interface ArgumentSite {
  readonly schema: Path;
  readonly required: boolean;
}

/**
 * What an operation's method takes, by name: its parameters, and the members of its request body where that is a plain
 * object; any other body is the argument `body`.
 */
export function argumentSites(root: JsonObject, operation: Operation): ReadonlyMap<string, ArgumentSite> {
  const parameters = parametersOf(root, operation).flatMap(({ path, name }) => {
    const parameter = resolveReference(root, path);
    if (!parameter) return [];
    const schema = [...parameter.path, ...schemaBelow(parameter.node)];
    return [[name, { schema, required: parameter.node.required === true }] as const];
  });
  return new Map([...parameters, ...bodySites(root, operation, new Map(parameters))]);
}

/** The schema of an operation's request body, in the first of its media types: that is the one which is sent. */
export function bodySchema(root: JsonObject, { path }: Operation): ArgumentSite | undefined {
  const body = resolveReference(root, [...path, "requestBody"]);
  if (!body) return undefined;
  const schema = resolveReference(root, [...body.path, ...schemaBelow(body.node)])?.path;
  return schema && { schema, required: body.node.required === true };
}

function bodySites(
  root: JsonObject,
  operation: Operation,
  parameters: ReadonlyMap<string, unknown>,
): [string, ArgumentSite][] {
  const body = bodySchema(root, operation);
  if (!body) return [];
  const { node, path } = resolveReference(root, body.schema) ?? { node: {}, path: body.schema };
  const members = isPlainObject(node) ? Object.keys(node.properties) : [];
  // A name that a parameter has, too, keeps the body whole.
  if (members.length === 0 || members.some((name) => parameters.has(name))) return [["body", body]];
  const needed = Array.isArray(node.required) ? node.required : [];
  return members.map((name) => [
    name,
    { schema: [...path, "properties", name], required: body.required && needed.includes(name) },
  ]);
}

function isPlainObject(schema: JsonObject): schema is JsonObject & { properties: JsonObject } {
  const isComposed = "oneOf" in schema || "anyOf" in schema || "allOf" in schema;
  return isObject(schema.properties) && !isComposed && !schema.additionalProperties;
}

/** Where a Parameter Object, or the first media type of what has a `content`, holds its schema. */
function schemaBelow(node: JsonObject): Path {
  const [mediaType] = isObject(node.content) ? Object.keys(node.content) : [];
  return mediaType === undefined ? ["schema"] : ["content", mediaType, "schema"];
}
